import { evaluate } from '../expression/evaluate.ts';
import type { Value } from '../expression/tree.ts';
import { stepConditionAt } from './conditions.ts';
import type { GroupCell } from './group.ts';
import type { CheckPlace, Finding, World } from './world.ts';

const nothing: readonly Finding[] = [];

/**
 * The failed checks whose problem appears at a node.
 * @param group the group it stands in, or the group itself
 */
export function checkFindings(world: World, template: string, group: GroupCell): readonly Finding[] {
  const places = world.checks.get(template);
  if (!places) return nothing;
  const failed: Finding[] = [];
  for (const place of places) {
    if (fails(world, place, group)) {
      const { id, message } = place.check;
      failed.push({ code: `check:${id}`, params: {}, ...(message === undefined ? {} : { message }) });
    }
  }
  return failed;
}

/** Whether a check that binds is false. A check that is unknown is silent. */
export function fails(world: World, place: CheckPlace, within: GroupCell): boolean {
  return judge(world, place, within) === false;
}

/** What a check says; nothing (unknown) where it does not bind. */
export function judge(world: World, place: CheckPlace, within: GroupCell): Value {
  let self: GroupCell | undefined = within;
  while (self && self.node.template !== place.self) self = self.parent;
  if (!self?.relevant() || !self.asked() || !self.binds()) return undefined;
  if (place.step !== undefined) {
    const relevant = stepConditionAt(world, self.entry, place.step);
    if (relevant && !relevant()) return undefined;
  }
  if (place.on !== undefined && !self.member(place.on.slice(place.self.length + 1))?.relevant()) return undefined;
  return evaluate(place.check.assert, self.environment());
}
