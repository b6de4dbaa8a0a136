import type { DataNode, GroupNode, LeafNode, Program, ProgramNode, StepNode } from '../program.ts';

/** Where an expression stands: templates of `self`, of the entries around (the nearest last) and of macros' variables. */
export interface Standing {
  readonly self: string;
  readonly entries: readonly { readonly template: string; readonly as?: string }[];
  readonly variables?: ReadonlyMap<string, string>;
}

export const atRoot: Standing = { self: '', entries: [] };

/** A form as the schema is read from it: every node, what is around it, and where its expressions stand. */
export interface FormReader {
  readonly program: Program;
  readonly nodes: ReadonlyMap<string, DataNode>;
  readonly steps: ReadonlyMap<string, StepNode>;
  /** Templates of leaves with more constraints than a type. */
  readonly constrained: ReadonlySet<string>;
  /** Where `when`, `requiredWhen` and `value` of a node stand. */
  standing(node: DataNode): Standing;
  /** Where the expressions of a group's members and of its checks stand. */
  inside(group: GroupNode): Standing;
  /** The group that contains a node; nothing around the root, and around an entry the group that contains its list. */
  around(node: DataNode): GroupNode | undefined;
}

export function readForm(program: Program, constrained: ReadonlySet<string>): FormReader {
  const nodes = new Map<string, DataNode>();
  const standings = new Map<string, Standing>();
  const groups = new Map<string, GroupNode>();
  const visit = (node: ProgramNode, standing: Standing, group: GroupNode | undefined): void => {
    if (node.kind === 'text') return;
    nodes.set(node.template, node);
    standings.set(node.template, standing);
    if (group) groups.set(node.template, group);
    if (node.kind === 'group') {
      for (const member of node.members) visit(member, { ...standing, self: node.template }, node);
    } else if (node.kind === 'list') {
      const entry = { template: node.item.template, ...(node.as === undefined ? {} : { as: node.as }) };
      visit(node.item, { ...standing, entries: [...standing.entries, entry] }, group);
    }
  };
  visit(program.root, atRoot, undefined);
  const standing = (node: DataNode): Standing => standings.get(node.template) ?? atRoot;
  return {
    program,
    nodes,
    steps: new Map(program.steps.map((step) => [step.id, step])),
    constrained,
    standing,
    inside: (group) => ({ ...standing(group), self: group.template }),
    around: (node) => groups.get(node.template),
  };
}

/** Whether a group is the root or an entry: these always bind. */
export function alwaysBinds(group: GroupNode): boolean {
  return group.template === '' || isEntry(group);
}

export function isEntry(group: GroupNode): boolean {
  return group.template.endsWith('/*');
}

/** The members of a group that can be in a submission. */
export function membersOf(group: GroupNode): DataNode[] {
  return group.members.filter(
    (member): member is DataNode => member.kind !== 'text' && !(member.kind === 'leaf' && member.internal),
  );
}

/** Whether a group may be there although nothing in it is answered: only computed values, or blank entries. */
export function mayBeIdle(group: GroupNode): boolean {
  return holdsEntries(group) || holdsComputed(group);
}

function holdsEntries(node: DataNode): boolean {
  if (node.kind === 'leaf') return false;
  return node.kind === 'list' ? node.item.kind === 'group' : membersOf(node).some(holdsEntries);
}

/** Whether anything in a group is only filled in, and asked nowhere. */
export function holdsUnasked(group: GroupNode): boolean {
  return leavesIn(group).some(({ value, steps }) => !value && steps.length === 0);
}

export function holdsComputed(group: GroupNode): boolean {
  return leavesIn(group).some(({ value }) => value !== undefined);
}

function leavesIn(node: DataNode): LeafNode[] {
  if (node.kind === 'leaf') return [node];
  return node.kind === 'list' ? leavesIn(node.item) : membersOf(node).flatMap(leavesIn);
}
