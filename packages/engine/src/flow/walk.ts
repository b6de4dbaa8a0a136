import type { ProgramNode, StepNode } from '../program.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { ListCell } from '../run/list.ts';
import { instances } from '../run/warm.ts';
import type { World } from '../run/world.ts';
import type { Page } from './page.ts';

/** Whether a step is the one that asks a leaf or list: of several it stands on, the first that is relevant. */
export function isAskedOn(world: World, cell: DataCell, step: StepNode): boolean {
  const { steps } = cell.node;
  if (steps.length < 2) return true;
  const entry = cell.kind === 'group' ? cell.entry : cell.group.entry;
  const first = steps.find((id) => (entry?.stepCondition(id) ?? world.stepCondition(id) ?? yes)());
  return first === step.id;
}

const yes = () => true;

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

/** All cells a page asks, groups before what is in them; entries of lists are not among them. */
export function* cellsOn(root: GroupCell, page: Page): Generator<DataCell> {
  const { step, edit } = page;
  if (edit) {
    if (edit.content?.kind === 'group') yield* cellsIn(edit.content, step);
    return;
  }
  for (const pointer of step.content) {
    const cell = typeof pointer === 'string' ? cellAt(root, page, pointer) : undefined;
    if (cell) yield* cellsIn(cell, step);
  }
}

/** A cell and what stands with it on a step. */
export function* cellsIn(cell: DataCell, step: StepNode): Generator<DataCell> {
  const asked = isAskedOn(cell.world, cell, step);
  if (asked) yield cell;
  if (cell.kind !== 'group') return;
  for (const { name } of membersHere(cell)) {
    const member = cell.member(name);
    if (member) yield* cellsIn(member, step);
  }
}

/** All cells of a list's entries that are asked with the list, nested lists' entries too. */
export function* cellsOfEntries(list: ListCell, step: StepNode): Generator<DataCell> {
  for (const { content } of list.entries()) {
    if (!content) continue;
    for (const cell of cellsIn(content, step)) {
      yield cell;
      if (cell.kind === 'list') yield* cellsOfEntries(cell, step);
    }
  }
}
