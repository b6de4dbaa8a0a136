import type { ListNode } from '../../program.ts';
import type { Node } from './circuit.ts';
import { entryAtHand, type Instance } from './instance.ts';
import { keyOf, type Model } from './model.ts';
import { hasAnswer, isRelevant } from './relevance.ts';
import { ask, choice, constant, type Term } from './term.ts';
import { compares, isYes } from './value-test.ts';
import type { Variable } from './variable.ts';

/** How many entries a list has that count: none while it is irrelevant. */
export function countTerm(model: Model, list: ListNode, instance: Instance | undefined): Term {
  const variable = countVariable(model, list, instance);
  return choice(model.circuit, isRelevant(model, list, instance), { kind: 'variable', variable }, constant(0));
}

export function countVariable(model: Model, list: ListNode, instance: Instance | undefined): Variable {
  return model.circuit.variable(`count ${keyOf(list.template, instance)}`, () => ({
    source: {
      kind: 'count',
      list: list.template,
      instance,
      ...(list.item.kind === 'leaf' ? { plain: list.item } : {}),
    },
    domain: {
      none: false,
      kind: 'number',
      least: 0,
      whole: true,
      ...(list.maxItems === undefined ? {} : { most: list.maxItems }),
    },
  }));
}

export const isSome = compares('greater', 0);

/** Whether a list has an entry that counts. */
export function hasEntries(model: Model, list: ListNode, instance: Instance | undefined): Node {
  return ask(model.circuit, countTerm(model, list, instance), isSome);
}

/** Whether a list has an answer inside. */
export function isFilled(model: Model, list: ListNode, instance: Instance | undefined): Node {
  const { circuit } = model;
  const entries = hasEntries(model, list, instance);
  if (list.item.kind === 'leaf') return entries;
  // The entry at hand is looked at; the others may be blank or not.
  const variable = circuit.variable(`filled ${keyOf(list.template, instance)}`, () => ({
    source: {
      kind: 'opaque',
      opaque: { leaves: new Set(), lists: new Set([list.template]), today: false, constants: new Set() },
    },
    domain: { none: false, kind: 'boolean', values: [false, true] },
  }));
  const atHand = hasAnswer(model, list.item, entryAtHand(list.template, instance));
  return circuit.all([entries, circuit.any([atHand, circuit.test(variable, isYes)])]);
}
