import type { LeafNode } from '../../program.ts';
import type { Scalar } from './cell.ts';
import type { Node } from './circuit.ts';
import type { Instance } from './instance.ts';
import { isOffered, leafTerm, leafVariable } from './leaf.ts';
import { keyOf, type Model } from './model.ts';
import { isFalse } from './result.ts';
import { answered } from './term.ts';
import { isYes } from './value-test.ts';

/** Whether a value is among those chosen in a field. */
export function isMember(model: Model, leaf: LeafNode, instance: Instance | undefined, value: Scalar): Node {
  const { circuit } = model;
  const option = leaf.options?.find((one) => one.value === value);
  // What is no option cannot be chosen.
  if (leaf.options && !option) return circuit.constant(isFalse);
  const chosen = circuit.variable(`member ${JSON.stringify(value)} ${keyOf(leaf.template, instance)}`, () => ({
    source: { kind: 'member', of: leafVariable(model, leaf, instance), value },
    domain: { none: false, kind: 'boolean', values: [true, false] },
  }));
  return circuit.all([
    answered(circuit, leafTerm(model, leaf, instance)),
    circuit.test(chosen, isYes),
    ...(option ? [isOffered(model, leaf, option, instance)] : []),
  ]);
}
