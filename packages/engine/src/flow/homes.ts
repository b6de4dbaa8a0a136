import type { GroupNode, Program, ProgramNode } from '../program.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { Page } from './page.ts';
import { cellAt } from './walk.ts';

/** A group whose fields stand on several steps. */
interface SpreadGroup {
  readonly template: string;
  /** The steps that show the group as a whole; none where its fields are named one by one. */
  readonly shown: readonly string[];
  /** Every step that asks something in it. */
  readonly asking: readonly string[];
}

const known = new WeakMap<Program, ReadonlyMap<string, SpreadGroup>>();

/**
 * Groups whose fields stand on several steps, or that no step shows as a whole, by template: where the problems of the
 * group itself appear depends on the route. Groups in an entry are not among them while they stand with their list.
 */
export function spreadGroups(program: Program): ReadonlyMap<string, SpreadGroup> {
  const cached = known.get(program);
  if (cached) return cached;
  const groups = new Map<string, SpreadGroup>();
  const visit = (node: ProgramNode, shown: boolean, inEntry: boolean): void => {
    const here = shown || node.named === true;
    if (node.kind === 'list') visit(node.item, false, true);
    if (node.kind !== 'group') return;
    if (node.template !== '' && node.name !== '*' && (here || !inEntry)) {
      const asking = stepsAsking(program, node);
      const together = here && asking.every((id) => node.steps.includes(id));
      if (!together) groups.set(node.template, { template: node.template, shown: here ? node.steps : [], asking });
    }
    for (const member of node.members) visit(member, here, inEntry);
  };
  visit(program.root, false, false);
  known.set(program, groups);
  return groups;
}

function stepsAsking(program: Program, group: GroupNode): string[] {
  const prefix = `${group.template}/`;
  return program.steps.filter(({ asks }) => asks.some((template) => template.startsWith(prefix))).map(({ id }) => id);
}

/** The groups whose problems may appear on a page. */
export function guestsOf(program: Program, root: GroupCell, page: Page): DataCell[] {
  const guests: DataCell[] = [];
  for (const { template, shown, asking } of spreadGroups(program).values()) {
    if (!asking.includes(page.step.id) && !shown.includes(page.step.id)) continue;
    const cell = cellAt(root, page, template);
    if (cell?.node.template === template) guests.push(cell);
  }
  return guests;
}

/** The page on which a spread group's own problems appear: the one that shows it, else the last that asks something in it. */
export function homeOf(program: Program, root: GroupCell, cell: DataCell, route: readonly Page[]): Page | undefined {
  const group = spreadGroups(program).get(cell.node.template);
  if (!group) return undefined;
  const on = (steps: readonly string[]) => (page: Page) =>
    steps.includes(page.step.id) && cellAt(root, page, group.template) === cell;
  return route.find(on(group.shown)) ?? route.findLast(on(group.asking));
}
