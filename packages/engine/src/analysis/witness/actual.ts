import type { JsonValue } from '@schalter/definition';
import { atomOf } from '../circuit/relation.ts';
import type { Variable } from '../circuit/variable.ts';
import type { Composition } from './compose.ts';
import { type Probe, pointerOf } from './probe.ts';
import { presentValue, readsOf, type Wish } from './wish.ts';

/** How what is not looked into does come out, with the answers that make it so. */
export interface Actual {
  readonly atoms: ReadonlyMap<Variable, number>;
  readonly answers: ReadonlyMap<Variable, JsonValue>;
}

/** What answers make of all that is not looked into: with that given, conditions say what else it takes. */
export function actualOf(wishes: readonly Wish[], probe: Probe, composition: Composition): Actual {
  const atoms = new Map<Variable, number>();
  const answers = new Map<Variable, JsonValue>();
  for (const { variable } of wishes) {
    const read = answersRead(variable, composition);
    // What is unanswered may be answered yet.
    if (read.some(([, value]) => value === undefined)) continue;
    const atom = atomOf(variable, presentValue(variable, probe, composition));
    if (atom !== undefined) atoms.set(variable, atom);
    for (const [leaf, value] of read) {
      const at = atomOf(leaf, value);
      if (at === undefined || value === undefined) continue;
      atoms.set(leaf, at);
      answers.set(leaf, value);
    }
  }
  return { atoms, answers };
}

function answersRead(variable: Variable, { values, positions }: Composition): [Variable, JsonValue | undefined][] {
  return [...readsOf(variable).leaves].flatMap((leaf): [Variable, JsonValue | undefined][] => {
    const { source } = leaf;
    if (source.kind !== 'leaf' || source.instance?.other) return [];
    return [[leaf, values.get(pointerOf(source.leaf.template, positions))]];
  });
}
