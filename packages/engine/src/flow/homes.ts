import type { GroupNode, Program, ProgramNode } from '../program.ts';

const known = new WeakMap<Program, ReadonlyMap<string, readonly string[]>>();

/**
 * Groups that no step shows as a whole (their fields are named one by one), by the last step that asks something in
 * them: there the problems of the group itself appear. Once per program.
 */
export function scatteredGroups(program: Program): ReadonlyMap<string, readonly string[]> {
  const cached = known.get(program);
  if (cached) return cached;
  const homes = new Map<string, string[]>();
  const visit = (node: ProgramNode, shown: boolean): void => {
    const here = shown || node.named === true;
    if (node.kind === 'list') visit(node.item, here);
    if (node.kind !== 'group') return;
    if (!here && node.template !== '') {
      const home = lastStep(program, node);
      if (home !== undefined) homes.set(home, [...(homes.get(home) ?? []), node.template]);
    }
    for (const member of node.members) visit(member, here);
  };
  visit(program.root, false);
  known.set(program, homes);
  return homes;
}

function lastStep(program: Program, group: GroupNode): string | undefined {
  const prefix = `${group.template}/`;
  return program.steps.findLast(({ asks }) => asks.some((template) => template.startsWith(prefix)))?.id;
}
