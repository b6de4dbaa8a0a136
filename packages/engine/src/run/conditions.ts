import { evaluate } from '../expression/evaluate.ts';
import type { Environment, Expression } from '../expression/tree.ts';
import type { DataNode } from '../program.ts';
import type { GroupCell } from './group.ts';
import { computed, type Read } from './signals.ts';
import type { World } from './world.ts';

/** What is always so: shared, so that nothing is computed where there is no condition. */
export const always: Read<boolean> = () => true;

/** Both; without a computed of its own where one of them is always so. */
export function both(first: Read<boolean>, second: Read<boolean>): Read<boolean> {
  if (first === always) return second;
  if (second === always) return first;
  return computed(() => first() && second());
}

/** Whether a `when` holds. */
export function condition(when: Expression | undefined, environment: () => Environment): Read<boolean> {
  return when ? computed(() => evaluate(when, environment()) === true) : always;
}

/**
 * Whether one of the steps a node stands on is relevant. A node on no step, or on one without a condition, is not bound
 * to any; neither is one that stands where the list around it stands already.
 */
export function onRelevantStep(world: World, node: DataNode, group: GroupCell): Read<boolean> {
  const { entry } = group;
  const around = entry?.list.node.steps ?? [];
  const inherited = around.length === node.steps.length && node.steps.every((id, index) => id === around[index]);
  if (node.steps.length === 0 || (inherited && entry)) return always;
  const conditions: Read<boolean>[] = [];
  for (const id of node.steps) {
    const found = entry?.stepCondition(id) ?? world.stepCondition(id);
    if (!found) return always;
    conditions.push(found);
  }
  const [only] = conditions;
  return only && conditions.length === 1 ? only : computed(() => conditions.some((read) => read()));
}
