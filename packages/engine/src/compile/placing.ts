import type { DataNode, GroupNode, ListNode, ProgramNode, StepNode } from '../program.ts';
import { type Context, report } from './context.ts';
import type { NodeTree } from './nodes.ts';
import { below } from './raw.ts';
import type { StepDraft } from './steps.ts';

/** Pointer template → ids of the steps that name it. */
type Named = ReadonlyMap<string, readonly string[]>;

/** Puts every node on the steps whose closest pointer places it; reports what is asked nowhere. */
export function placeNodes(
  context: Context,
  tree: NodeTree,
  drafts: readonly StepDraft[],
): { root: GroupNode; steps: StepNode[]; nodes: Map<string, DataNode> } {
  const named = new Map<string, string[]>();
  for (const step of drafts) {
    for (const [index, pointer] of step.content.entries()) {
      if (typeof pointer !== 'string') continue;
      const ids = named.get(pointer) ?? [];
      if (ids.includes(step.id)) report(context, 'placed-twice', below(step.pointer, 'fields', index), { pointer });
      else named.set(pointer, [...ids, step.id]);
    }
  }
  const nodes = new Map<string, DataNode>();
  const asks = new Map<string, string[]>(drafts.map(({ id }) => [id, []]));
  const root = placeGroup({ context, tree, named, nodes, asks }, tree.root, []);
  const steps = drafts.map(({ pointer: _, place: __, ...step }): StepNode => {
    const pointers = step.content.filter((entry) => typeof entry === 'string');
    const first = step.content[0];
    const titleIsLabel = pointers.length === 1 && typeof first === 'string' && nodes.get(first)?.kind === 'leaf';
    return { ...step, asks: asks.get(step.id) ?? [], titleIsLabel };
  });
  return { root, steps, nodes };
}

interface Placing {
  readonly context: Context;
  readonly tree: NodeTree;
  readonly named: Named;
  readonly nodes: Map<string, DataNode>;
  readonly asks: Map<string, string[]>;
}

function nameOf(placing: Placing, { template }: ProgramNode): { named?: true } {
  return placing.named.has(template) ? { named: true } : {};
}

function placeGroup(placing: Placing, group: GroupNode, inherited: readonly string[]): GroupNode {
  const steps = placing.named.get(group.template) ?? inherited;
  const placed: GroupNode = {
    ...group,
    ...nameOf(placing, group),
    steps,
    members: group.members.map((member) => place(placing, member, steps)),
  };
  placing.nodes.set(group.template, placed);
  return placed;
}

function place(placing: Placing, node: ProgramNode, inherited: readonly string[]): ProgramNode {
  const steps = placing.named.get(node.template) ?? inherited;
  if (node.kind === 'text') return { ...node, ...nameOf(placing, node), steps };
  if (node.kind === 'group') return placeGroup(placing, node, inherited);
  if (steps.length === 0 && !(node.kind === 'leaf' && (node.value || node.prefill !== undefined))) {
    const pointer = placing.tree.written.get(node.template)?.pointer ?? '';
    report(placing.context, 'field-on-no-step', pointer, { pointer: node.template });
  }
  for (const id of steps) placing.asks.get(id)?.push(node.template);
  if (node.kind === 'leaf') {
    const placed = { ...node, ...nameOf(placing, node), steps };
    placing.nodes.set(node.template, placed);
    return placed;
  }
  return placeList(placing, node, steps);
}

function placeList(placing: Placing, list: ListNode, steps: readonly string[]): ListNode {
  let item = list.item;
  // An entry is edited where its list is asked; a list that is asked nowhere has been reported already.
  if (steps.length > 0 && item.kind === 'group') item = placeGroup(placing, item, steps);
  else {
    item = { ...item, steps };
    placing.nodes.set(item.template, item);
  }
  const placed: ListNode = { ...list, ...nameOf(placing, list), steps, item };
  placing.nodes.set(list.template, placed);
  return placed;
}
