import type { GroupNode, ProgramNode, SpreadGroup, StepNode } from '../program.ts';

/**
 * Groups whose fields stand on several steps, or that no step shows as a whole. Groups in an entry are not among them
 * while they stand with their list.
 */
export function spreadGroups(root: GroupNode, steps: readonly StepNode[]): SpreadGroup[] {
  const groups: SpreadGroup[] = [];
  const visit = (node: ProgramNode, shown: boolean, inEntry: boolean): void => {
    const here = shown || node.named === true;
    if (node.kind === 'list') visit(node.item, false, true);
    if (node.kind !== 'group') return;
    if (node.template !== '' && node.name !== '*' && (here || !inEntry)) {
      const asking = stepsAsking(steps, node);
      const together = here && asking.every((id) => node.steps.includes(id));
      if (!together) groups.push({ template: node.template, shown: here ? node.steps : [], asking });
    }
    for (const member of node.members) visit(member, here, inEntry);
  };
  visit(root, false, false);
  return groups;
}

function stepsAsking(steps: readonly StepNode[], group: GroupNode): string[] {
  const prefix = `${group.template}/`;
  return steps.filter(({ asks }) => asks.some((template) => template.startsWith(prefix))).map(({ id }) => id);
}
