import type { DataNode, GroupNode } from '../program.ts';
import { all, type Condition, namesBelow, never } from './condition.ts';
import { alwaysBinds, holdsComputed, mayBeIdle, membersOf } from './form-reader.ts';
import { ownCondition, possibleIn, requiredCondition } from './relevance.ts';
import { requiring } from './rules.ts';
import { answeredIn } from './translate.ts';
import type { Writing } from './writing.ts';

/** Says of every member of a group, and of what is in it, when it may not be there and when it has to be. */
export function writeMembers(writing: Writing, group: GroupNode): void {
  for (const node of membersOf(group)) {
    const own = ownCondition(writing.reader, node);
    if (!own) writing.leaveOut(node.template, 'when');
    else if (own.kind !== 'always') forbid(writing, node, group, own);
    if (own) demand(writing, node, group, own);
    if (node.kind === 'group') writeMembers(writing, node);
    else if (node.kind === 'list' && node.item.kind === 'group') writeMembers(writing, node.item);
  }
}

/** What is irrelevant is never in a submission. */
function forbid(writing: Writing, node: DataNode, group: GroupNode, own: Condition): void {
  const forbidding = (path: readonly string[]) => forbiddingAt(path);
  if (!writing.rules.add(node.template, group.template, [own], forbidding, true)) {
    writing.leaveOut(node.template, 'when');
  }
}

function forbiddingAt(path: readonly string[]): { readonly [keyword: string]: never } | ReturnType<typeof requiring> {
  const [name = '', ...rest] = path;
  if (name === '*') return { items: forbiddingAt(rest) };
  return { properties: { [name]: rest.length === 0 ? false : forbiddingAt(rest) } };
}

function demand(writing: Writing, node: DataNode, group: GroupNode, own: Condition): void {
  const { reader } = writing;
  const required = requiredCondition(reader, node);
  if (node.kind === 'leaf' && node.value) {
    // It may be left out, but not be unknown.
    if (required?.kind !== 'never') writing.leaveOut(node.template, 'required');
    return;
  }
  if (!required) {
    writing.leaveOut(node.template, 'requiredWhen');
    return;
  }
  if (node.kind !== 'group') {
    demandWith(writing, node, group, [own, required]);
    return;
  }
  // A group is demanded itself only for what it holds.
  if ((node.minProperties ?? 0) === 0 || required.kind === 'never') return;
  // Computed values count as its members, and may be left out.
  const possible = holdsComputed(node) ? undefined : possibleIn(reader, node);
  if (possible) demandWith(writing, node, group, [own, required, possible]);
  else writing.leaveOut(node.template, 'minProperties');
}

/**
 * Demands a member wherever its group binds: where the group is there, and where the group is demanded itself, as far
 * out as that goes.
 */
function demandWith(writing: Writing, node: DataNode, group: GroupNode, conditions: readonly Condition[]): void {
  const { reader } = writing;
  let around = group;
  let found = [...conditions];
  for (;;) {
    if (all(...found).kind === 'never') return;
    const outer = alwaysBinds(around) ? undefined : reader.around(around);
    const required = outer ? requiredCondition(reader, around) : never;
    // Where the group around is demanded anyway, what is said there says it all.
    if (required?.kind !== 'always') demandFrom(writing, node, around, found);
    if (!outer || required?.kind === 'never') return;
    const own = ownCondition(reader, around);
    if (!required || !own) {
      if (required?.kind === 'always') demandFrom(writing, node, around, found);
      writing.leaveOut(node.template, 'required');
      return;
    }
    found = [...found, required, own];
    around = outer;
  }
}

/** Demands what leads from a group to a node, where the group is there and the conditions are true. */
function demandFrom(writing: Writing, node: DataNode, around: GroupNode, conditions: readonly Condition[]): void {
  const { reader, rules } = writing;
  // A group in which nothing is answered does not bind.
  const guard = !alwaysBinds(around) && mayBeIdle(around) ? answeredIn(reader, around) : undefined;
  const guarded = guard ? [guard, ...conditions] : conditions;
  const names = namesBelow(around.template, node.template);
  if (all(...guarded).kind === 'always') {
    let template = around.template;
    for (const name of names) {
      writing.demanded.set(template, (writing.demanded.get(template) ?? new Set()).add(name));
      template = `${template}/${name}`;
    }
    return;
  }
  const unguarded = !alwaysBinds(around) && mayBeIdle(around) && !guard;
  const said =
    !unguarded &&
    rules.add(node.template, around.template, guarded, (path) => requiring(path, path.length - names.length));
  if (!said) writing.leaveOut(node.template, 'required');
}
