import type { DataNode, GroupNode } from '../program.ts';
import { all, always, any, type Condition, never } from './condition.ts';
import { alwaysBinds, atRoot, type FormReader, holdsUnasked, membersOf, type Standing } from './form-reader.ts';
import { answeredIn, conditionOf } from './translate.ts';

type Result = Condition | undefined;

/** What has to be true for a node to be relevant, beside the group around it. `undefined`: there are no words for it. */
export function ownCondition(reader: FormReader, node: DataNode): Result {
  const standing = reader.standing(node);
  const when = node.when ? conditionOf(reader, node.when, standing, true) : always;
  if (!when) return undefined;
  const placed = node.kind === 'group' ? always : onItsSteps(reader, node, standing);
  return placed && all(when, placed);
}

function onItsSteps(reader: FormReader, node: DataNode, standing: Standing): Result {
  if (node.steps.length === 0) return always;
  let found: Condition = never;
  for (const id of node.steps) {
    const step = reader.steps.get(id);
    if (!step?.when) return always;
    const entry = step.forEach === undefined ? undefined : `${step.forEach}/*`;
    // Of a step that repeats: the entry it visits, and those around that.
    const depth = standing.entries.findIndex(({ template }) => template === entry);
    const place = depth === -1 ? atRoot : { self: entry ?? '', entries: standing.entries.slice(0, depth + 1) };
    const when = conditionOf(reader, step.when, place, true);
    if (!when) return undefined;
    found = any(found, when);
  }
  return found;
}

/** What has to be true for a node to be demanded where the group around it binds; `never` for what is optional. */
export function requiredCondition(reader: FormReader, node: DataNode): Result {
  if (node.required) return always;
  return node.requiredWhen ? conditionOf(reader, node.requiredWhen, reader.standing(node), true) : never;
}

/** What has to be true for a node to be relevant, given that the entry around it (or the form) is there. */
export function relevanceWithin(reader: FormReader, node: DataNode): Result {
  let outer: GroupNode | undefined = reader.around(node);
  while (outer && !alwaysBinds(outer)) outer = reader.around(outer);
  return outer && relevanceBelow(reader, node, outer);
}

/** The same, given that a group around it is relevant. A group itself has nothing to add. */
export function relevanceBelow(reader: FormReader, node: DataNode, outer: GroupNode): Result {
  let found: Result = always;
  for (let inner: DataNode | undefined = node; found && inner && inner !== outer; inner = reader.around(inner)) {
    const own = ownCondition(reader, inner);
    found = own && all(found, own);
  }
  return found;
}

/**
 * What has to be true for a group to bind: something in it is answered, or it is demanded itself and something in it is
 * asked or shown.
 */
export function bindsWhen(reader: FormReader, group: GroupNode): Result {
  if (alwaysBinds(group)) return always;
  const around = reader.around(group);
  const answered = answeredIn(reader, group);
  const own = ownCondition(reader, group);
  const required = requiredCondition(reader, group);
  // What is only filled in is answered, but not asked.
  if (!around || !answered || !own || !required || holdsUnasked(group)) return undefined;
  if (required.kind === 'never') return answered;
  const outer = bindsWhen(reader, around);
  const possible = possibleIn(reader, group, true);
  return outer && possible && any(answered, all(own, required, possible, outer));
}

/**
 * What has to be true for something in a group to be asked, given that the group is relevant.
 * @param shown computed values that stand on a page count, too
 */
export function possibleIn(reader: FormReader, group: GroupNode, shown = false): Result {
  let found: Condition = never;
  let unsaid = false;
  for (const member of membersOf(group)) {
    if (member.kind === 'leaf' && ((member.value && !shown) || member.steps.length === 0)) continue;
    const own = ownCondition(reader, member);
    const inner = member.kind === 'group' ? possibleIn(reader, member, shown) : always;
    if (own && inner) found = any(found, all(own, inner));
    else unsaid = true;
  }
  return unsaid && found.kind !== 'always' ? undefined : found;
}
