import { evaluate } from '../../expression/evaluate.ts';
import { judge } from '../../run/checks.ts';
import { checkCondition } from '../circuit/check.ts';
import type { Node } from '../circuit/circuit.ts';
import { type Instance, instanceAround, instanceOf } from '../circuit/instance.ts';
import { countVariable, isSome } from '../circuit/list.ts';
import type { Model } from '../circuit/model.ts';
import { isFalse, isTrue, notTrue } from '../circuit/result.ts';
import { scopeOf } from '../circuit/scope.ts';
import { conditionOf } from '../circuit/translate.ts';
import type { Goal } from '../solve/search.ts';
import type { CheckSubject, Condition } from '../subjects.ts';
import type { Question } from '../witness/prover.ts';

/** Asks whether a condition can be true, and whether it can be anything else. */
export function conditionQuestions(model: Model, { tree, self }: Condition): readonly [Question, Question] {
  const scope = scopeOf(self);
  const node = conditionOf(model, tree, scope);
  const around = entriesThere(model, scope.instance);
  const question = (results: number, holds: boolean): Question => ({
    goal: [[node, results], ...around],
    confirm: (probe, positions) => {
      const environment = probe.environment(self, positions);
      return environment !== undefined && (evaluate(tree, environment) === true) === holds;
    },
    instance: scope.instance,
    shortest: true,
  });
  return [question(isTrue, true), question(notTrue, false)];
}

/** Asks whether a check can pass, and whether it can fail, where it binds. */
export function checkQuestions(model: Model, { place }: CheckSubject): readonly [Question, Question] {
  const instance = instanceOf(place.self);
  const { binding, assert } = checkCondition(model, place, instance);
  const around = entriesThere(model, instance);
  const question = (results: number, passes: boolean): Question => ({
    goal: [[binding, isTrue], [assert, results], ...around],
    confirm: (probe, positions) => {
      const group = probe.group(place.self, positions);
      return group !== undefined && judge(group.world, place, group) === passes;
    },
    instance,
    shortest: true,
  });
  return [question(isTrue, true), question(isFalse, false)];
}

/** That there are entries at hand, whether they count at present or not. */
export function entriesThere(model: Model, instance: Instance | undefined): Goal {
  const goals: (readonly [Node, number])[] = [];
  for (let entry = instance; entry; entry = entry.outer) {
    const list = model.nodes.get(entry.list);
    if (list?.kind !== 'list') continue;
    const count = countVariable(model, list, instanceAround(entry.list, entry));
    goals.push([model.circuit.test(count, isSome), isTrue]);
  }
  return goals;
}
