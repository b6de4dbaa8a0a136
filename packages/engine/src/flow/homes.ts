import type { Program } from '../program.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { Page } from './page.ts';
import { cellAt } from './walk.ts';

/** The groups whose problems may appear on a page. */
export function guestsOf(program: Program, root: GroupCell, page: Page): DataCell[] {
  const guests: DataCell[] = [];
  for (const { template, shown, asking } of program.spreadGroups) {
    if (!asking.includes(page.step.id) && !shown.includes(page.step.id)) continue;
    const cell = cellAt(root, page, template);
    if (cell?.node.template === template) guests.push(cell);
  }
  return guests;
}

/** Whether it depends on the route where the problems of a group itself appear. */
export function isSpread(program: Program, cell: DataCell): boolean {
  return program.spreadGroups.some(({ template }) => template === cell.node.template);
}

/** The page on which a spread group's own problems appear: the one that shows it, else the last that asks something in it. */
export function homeOf(program: Program, root: GroupCell, cell: DataCell, route: readonly Page[]): Page | undefined {
  const group = program.spreadGroups.find(({ template }) => template === cell.node.template);
  if (!group) return undefined;
  const on = (steps: readonly string[]) => (page: Page) =>
    steps.includes(page.step.id) && cellAt(root, page, group.template) === cell;
  return route.find(on(group.shown)) ?? route.findLast(on(group.asking));
}
