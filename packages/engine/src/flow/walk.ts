import type { ProgramNode, StepNode } from '../program.ts';
import { always, stepConditionAt } from '../run/conditions.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import { instances } from '../run/warm.ts';
import type { World } from '../run/world.ts';
import type { Page } from './page.ts';

/** Whether a step is the one that asks a leaf or list: of several it stands on, the first that is relevant. */
export function isAskedOn(world: World, cell: DataCell, step: StepNode): boolean {
  const { steps } = cell.node;
  if (steps.length < 2) return true;
  const entry = cell.kind === 'group' ? cell.entry : cell.group.entry;
  const first = steps.find((id) => (stepConditionAt(world, entry, id) ?? always)());
  return first === step.id;
}

/** The cell that a pointer of a step names on a page. */
export function cellAt(root: GroupCell, page: Page, pointer: string): DataCell | undefined {
  const names = pointer.slice(1).split('/');
  const { entry } = page;
  if (!entry?.content) return [...instances(root, names, 0)][0];
  // Past the list and its star.
  const depth = entry.list.node.template.split('/').length;
  return [...instances(entry.content, names.slice(depth), 0)][0];
}

/** A group's members that stand where it stands; those a step names themselves stand there. */
export function membersHere(group: GroupCell): readonly ProgramNode[] {
  return group.node.members.filter(({ named }) => !named);
}

/**
 * All cells that stand on a page, groups before what is in them; entries of lists are not among them. Which they are
 * does not change; of a cell that stands on several steps, `isAskedOn` says which one asks.
 */
export function* cellsOn(root: GroupCell, page: Page): Generator<DataCell> {
  for (const cell of roots(root, page)) yield* cellsIn(cell);
}

/** The cells a page's content names, an entry's own page the entry. */
export function* roots(root: GroupCell, page: Page): Generator<DataCell> {
  if (page.edit) {
    if (page.edit.content) yield page.edit.content;
    return;
  }
  for (const pointer of page.step.content) {
    const cell = typeof pointer === 'string' ? cellAt(root, page, pointer) : undefined;
    if (cell) yield cell;
  }
}

function* cellsIn(cell: DataCell): Generator<DataCell> {
  yield cell;
  if (cell.kind !== 'group') return;
  for (const { name } of membersHere(cell)) {
    const member = cell.member(name);
    if (member) yield* cellsIn(member);
  }
}
