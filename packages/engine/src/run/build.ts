import type { JsonValue } from '@schalter/definition';
import type { GroupNode, ListNode } from '../program.ts';
import { always, relevance } from './conditions.ts';
import { EntryCell } from './entry.ts';
import { type DataCell, GroupCell } from './group.ts';
import { LeafCell } from './leaf.ts';
import { ListCell } from './list.ts';
import { normaliseAnswer } from './normalise.ts';
import type { World } from './world.ts';

/*
 * Cells are built without evaluating anything; what has to be computed is evaluated afterwards in the program's order.
 * Answers of the wrong shape (a text where a group belongs) are left out, those of a wrong type are kept as they are.
 */

/** Builds a group with all that is in it, filled with answers. */
export function buildGroup(
  world: World,
  node: GroupNode,
  parent: GroupCell | undefined,
  own: EntryCell | undefined,
  answers: JsonValue | undefined,
): GroupCell {
  const group = new GroupCell(world, node, parent, own);
  if (own) setStepConditions(world, own, group);
  for (const member of node.members) {
    if (member.kind === 'text') continue;
    const given = memberOf(answers, member.name);
    let cell: DataCell;
    if (member.kind === 'group') cell = buildGroup(world, member, group, undefined, given);
    else if (member.kind === 'list') cell = buildList(world, member, group, given);
    else {
      cell = new LeafCell(world, member, group, undefined);
      if (given !== undefined && !member.value) cell.raw(normaliseAnswer(member, given) ?? null);
    }
    group.members.set(member.name, cell);
  }
  return group;
}

function buildList(world: World, node: ListNode, group: GroupCell, answers: JsonValue | undefined): ListCell {
  const list = new ListCell(world, node, group);
  if (Array.isArray(answers)) {
    // Not `map`: it leaves out what an array has no value at.
    list.entries(Array.from(answers as readonly JsonValue[], (given, index) => buildEntry(list, index, given)));
  }
  return list;
}

/** An entry that is not yet among its list's. */
export function buildEntry(
  list: ListCell,
  position: number,
  answers: JsonValue | undefined,
  key: string = list.world.nextKey(),
): EntryCell {
  const { world, node } = list;
  const entry = new EntryCell(list, key, position);
  if (node.item.kind === 'group') {
    entry.content = buildGroup(world, node.item, list.group, entry, answers);
  } else {
    const leaf = new LeafCell(world, node.item, list.group, entry);
    if (answers !== undefined) leaf.raw(normaliseAnswer(node.item, answers) ?? null);
    entry.content = leaf;
  }
  return entry;
}

function setStepConditions(world: World, entry: EntryCell, content: GroupCell): void {
  for (const step of world.program.steps) {
    if (step.forEach !== entry.list.node.template || !step.when) continue;
    entry.setStepCondition(
      step.id,
      relevance(always, step.when, () => content.environment()),
    );
  }
}

function memberOf(answers: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return undefined;
  return Object.hasOwn(answers, name) ? (answers as Readonly<Record<string, JsonValue>>)[name] : undefined;
}
