import type { CheckPlace } from '../../run/world.ts';
import type { Node } from './circuit.ts';
import { type Instance, instanceAround } from './instance.ts';
import type { Model } from './model.ts';
import { binds, isRelevant, stepHolds } from './relevance.ts';
import { scopeIn } from './scope.ts';
import { conditionOf } from './translate.ts';

/** A check as conditions. */
export interface CheckCondition {
  /** Whether it binds; what does not bind is silent. */
  readonly binding: Node;
  /** What it asks. */
  readonly assert: Node;
}

/** A check in an entry; see `judge` in `run/checks.ts`. */
export function checkCondition(model: Model, place: CheckPlace, within: Instance | undefined): CheckCondition {
  const { circuit } = model;
  const instance = instanceAround(place.self, within);
  const group = model.nodes.get(place.self);
  const on = place.on === undefined ? undefined : model.nodes.get(place.on);
  const parts: Node[] = [];
  if (group?.kind === 'group') parts.push(isRelevant(model, group, instance), binds(model, group, instance));
  if (place.step !== undefined) parts.push(stepHolds(model, place.step, instance));
  if (on) parts.push(isRelevant(model, on, instance));
  return { binding: circuit.all(parts), assert: conditionOf(model, place.check.assert, scopeIn(place.self, instance)) };
}

/** Whether a check is a problem. */
export function fails(model: Model, place: CheckPlace, within: Instance | undefined): Node {
  const { circuit } = model;
  const { binding, assert } = checkCondition(model, place, within);
  return circuit.all([binding, circuit.holds(circuit.not(assert))]);
}
