import { joinPointer } from '@schalter/definition';
import type { Expression } from '../../expression/tree.ts';
import type { AnalysisFinding } from '../analysis.ts';
import { groupOf } from '../circuit/leaf.ts';
import { foreignConstants } from '../constants.ts';
import { schemaPointer } from '../places.ts';
import type { Explaining } from './explaining.ts';

/** Constants outside of their options, wherever an expression compares with them. */
export function constantFindings(explaining: Explaining): AnalysisFinding[] {
  const { program, model } = explaining;
  const findings: AnalysisFinding[] = [];
  for (const { at, tree, self } of expressionsOf(explaining)) {
    const known = new Set<unknown>();
    for (const { constant, field, options } of foreignConstants(program, model.nodes, tree, self)) {
      if (known.has(constant)) continue;
      known.add(constant);
      findings.push({ code: 'constant-outside-options', at, about: field, constant, options });
    }
  }
  return findings;
}

interface Placed {
  readonly at: string;
  readonly tree: Expression;
  readonly self: string;
}

/** All expressions that decide or compute something. */
function* expressionsOf({ program, form, model, subjects }: Explaining): Generator<Placed> {
  for (const [name, tree] of Object.entries(program.defines)) {
    // Sections' conditions are named expressions, too; they come with the other conditions.
    if (Object.hasOwn(form.define ?? {}, name)) yield { at: joinPointer('/define', name), tree, self: '' };
  }
  for (const node of model.nodes.values()) {
    if (node.kind !== 'leaf' || !node.value) continue;
    yield { at: joinPointer(schemaPointer(node.template), 'value'), tree: node.value, self: groupOf(node) };
  }
  yield* subjects.conditions;
  for (const { at, place } of subjects.checks) {
    yield { at: joinPointer(at, 'assert'), tree: place.check.assert, self: place.self };
  }
  for (const [name, { amount, to }] of Object.entries(program.services)) {
    if (amount) yield { at: joinPointer('/services', name, 'amount'), tree: amount, self: '' };
    if (to) yield { at: joinPointer('/services', name, 'to'), tree: to, self: '' };
  }
}
