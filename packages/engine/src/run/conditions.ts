import { evaluate } from '../expression/evaluate.ts';
import type { Environment, Expression } from '../expression/tree.ts';
import type { DataNode } from '../program.ts';
import type { EntryCell } from './entry.ts';
import type { GroupCell } from './group.ts';
import { computed, type Read, unit } from './signals.ts';
import type { World } from './world.ts';

/** What is always so: shared, so that nothing is computed where there is no condition. */
export const always: Read<boolean> = () => true;

/** Whether all of these are so; nothing is computed where at most one of them can change. */
export function all(...reads: readonly Read<boolean>[]): Read<boolean> {
  const moving = reads.filter((read) => read !== always);
  const [first] = moving;
  if (moving.length < 2) return first ?? always;
  return unit(() => moving.every((read) => read()));
}

/** Whether a `when` holds, beside the relevance of what is around: one value for both. */
export function relevance(
  around: Read<boolean>,
  when: Expression | undefined,
  environment: () => Environment,
  placed: Read<boolean> = always,
): Read<boolean> {
  if (!when) return all(around, placed);
  return unit(() => around() && placed() && evaluate(when, environment()) === true);
}

/** Whether an expression is true, made when somebody asks. */
export function condition(when: Expression, environment: () => Environment): Read<boolean> {
  return computed(() => evaluate(when, environment()) === true);
}

/**
 * The condition of a step where something stands: of a step that repeats that of the nearest entry it visits; else the
 * one and only. `undefined` where it has none.
 */
export function stepConditionAt(world: World, entry: EntryCell | undefined, id: string): Read<boolean> | undefined {
  for (let around = entry; around; around = around.list.group.entry) {
    const found = around.stepCondition(id);
    if (found) return found;
  }
  return world.stepCondition(id);
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
    const found = stepConditionAt(world, entry, id);
    if (!found) return always;
    conditions.push(found);
  }
  const [only] = conditions;
  // No unit: nobody would stop it when the entry is gone.
  return only && conditions.length === 1 ? only : computed(() => conditions.some((read) => read()));
}
