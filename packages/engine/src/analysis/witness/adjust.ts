import type { JsonValue } from '@schalter/definition';
import type { Scalar } from '../circuit/cell.ts';
import type { Model } from '../circuit/model.ts';
import { atomOf } from '../circuit/relation.ts';
import type { Variable } from '../circuit/variable.ts';
import type { Budget } from '../solve/budget.ts';
import type { Found } from '../solve/search.ts';
import { candidatesFor } from './candidates.ts';
import { type Composition, draftOf } from './compose.ts';
import { type EntryKind, listsOf } from './entries.ts';
import { type Probe, pointerOf } from './probe.ts';
import type { Samples } from './samples.ts';
import { isEntangled, isFulfilled, presentValue, readsOf, type Wish } from './wish.ts';

/*
 * What conditions do not look into (arithmetic, ages, sums) was taken to be possible. Here it is tried: answers are varied
 * around the constants of such a part until the engine says that it comes out as wanted.
 */

export interface Adjusting {
  readonly model: Model;
  readonly probe: Probe;
  readonly samples: Samples;
  /** Entries that macros over a list have asked for, by template of the list. */
  readonly entryKinds: ReadonlyMap<string, readonly EntryKind[]>;
  readonly budget: Budget;
  /** Whether the goal is reached with the answers that the engine has now: then nothing more is to be adjusted. */
  readonly holds: () => boolean;
  /** So many drafts may be tried. */
  tries: number;
}

/**
 * Varies answers until some of what is not looked into comes out as found, as far as that succeeds: first such that all
 * else that reads the same stays as found, then without regard to that. Whether the goal holds is seen afterwards. The
 * engine has the answers already.
 * @param targets what is to come out otherwise than it does
 */
export function adjust(
  found: Found,
  targets: readonly Wish[],
  wishes: readonly Wish[],
  composition: Composition,
  adjusting: Adjusting,
): void {
  const isThere = (wish: Wish) => isFulfilled(wish, adjusting.probe, composition);
  for (const [index, wish] of targets.entries()) {
    if (adjusting.holds()) return;
    if (isThere(wish)) continue;
    const constants = constantsAround(wish, wishes, adjusting.probe, composition);
    const near = ({ variable }: Wish) => variable !== wish.variable && isEntangled(variable, wish.variable);
    const others = wishes.filter((other) => near(other) && isThere(other));
    const before = targets.slice(0, index).filter(near);
    if (adjustOne(found, [wish, ...others], constants, composition, adjusting)) continue;
    if (others.length > before.length) adjustOne(found, [wish, ...before], constants, composition, adjusting);
  }
}

/** Adjusts the first of some wishes; the others are to stay fulfilled. Whether that succeeds. */
function adjustOne(
  found: Found,
  wishes: readonly Wish[],
  constants: ReadonlySet<Scalar>,
  composition: Composition,
  adjusting: Adjusting,
): boolean {
  const [wish] = wishes;
  if (!wish) return true;
  const fits = () => {
    adjusting.tries--;
    adjusting.probe.apply(draftOf(composition));
    return wishes.every((one) => isFulfilled(one, adjusting.probe, composition)) || adjusting.holds();
  };
  const { leaves, lists } = readsOf(wish.variable);
  // First within what conditions ask of these answers, then beyond.
  const pins = [found.atoms, new Map<Variable, number>()];
  const choices = pins.map((pinned) =>
    [...leaves].flatMap((leaf): Choices[] => {
      const { source } = leaf;
      if (source.kind !== 'leaf' || source.instance?.other) return [];
      const pointer = pointerOf(source.leaf.template, composition.positions);
      const values = candidatesFor(adjusting.model, source.leaf, constants, composition.today);
      const wanted = pinned.get(leaf);
      return [{ pointer, values: values.filter((one) => wanted === undefined || atomOf(leaf, one) === wanted) }];
    }),
  );
  for (const some of choices) if (varyEach(composition, some, adjusting, fits)) return true;
  for (const some of choices) if (varyPairs(composition, some, adjusting, fits)) return true;
  for (const pinned of pins) {
    for (const list of lists) if (varyList(list, pinned, constants, composition, adjusting, fits)) return true;
  }
  adjusting.probe.apply(draftOf(composition));
  return false;
}

/** The constants of what is adjusted, and of what else reads the same; of a relation also what stands on its sides. */
function constantsAround(
  { variable }: Wish,
  wishes: readonly Wish[],
  probe: Probe,
  composition: Composition,
): ReadonlySet<Scalar> {
  const constants = new Set<Scalar>();
  const { source } = variable;
  for (const side of source.kind === 'relation' ? [source.left, source.right] : []) {
    const value = presentValue(side, probe, composition);
    if (typeof value === 'string' || typeof value === 'number') constants.add(value);
  }
  for (const { variable: other } of wishes) {
    if (other !== variable && !isEntangled(variable, other)) continue;
    for (const constant of [...readsOf(other).constants, ...other.points]) constants.add(constant);
  }
  return constants;
}

function isOver({ tries, budget }: Adjusting): boolean {
  return tries <= 0 || budget.partUsed;
}

interface Choices {
  readonly pointer: string;
  readonly values: readonly JsonValue[];
}

function varyEach(
  composition: Composition,
  choices: readonly Choices[],
  adjusting: Adjusting,
  fits: () => boolean,
): boolean {
  for (const { pointer, values } of choices) {
    const before = composition.values.get(pointer);
    for (const value of values) {
      if (isOver(adjusting)) return false;
      set(composition, pointer, value);
      if (fits()) return true;
    }
    set(composition, pointer, before ?? null);
  }
  return false;
}

/** Two answers at once, of the first few. */
function varyPairs(
  composition: Composition,
  choices: readonly Choices[],
  adjusting: Adjusting,
  fits: () => boolean,
): boolean {
  const few = choices.slice(0, 4);
  for (const [index, { pointer, values }] of few.entries()) {
    const before = composition.values.get(pointer);
    const others = few.slice(index + 1).map((other) => ({ ...other, values: other.values.slice(0, 8) }));
    for (const value of others.length > 0 ? values.slice(0, 8) : []) {
      if (isOver(adjusting)) return false;
      set(composition, pointer, value);
      if (varyEach(composition, others, adjusting, fits)) return true;
    }
    set(composition, pointer, before ?? null);
  }
  return false;
}

/** @param pinned what conditions ask of the number of entries */
function varyList(
  list: string,
  pinned: ReadonlyMap<Variable, number>,
  constants: ReadonlySet<Scalar>,
  composition: Composition,
  adjusting: Adjusting,
  fits: () => boolean,
): boolean {
  const { values, lists } = composition;
  const pointer = pointerOf(list, composition.positions);
  const before = { values: [...values], lists: [...lists] };
  const counted = [...pinned].find(([{ source }]) => source.kind === 'count' && source.list === list);
  // The entry at hand stays.
  const position = composition.positions.get(list);
  const answered = [...values.keys()].some((at) => at.startsWith(`${pointer}/0/`));
  const kept = position === undefined ? (answered ? 1 : 0) : position + 1;
  for (const entries of listsOf(adjusting, list, constants, composition.today, kept)) {
    if (isOver(adjusting)) break;
    const count = kept + entries.length;
    if (counted && atomOf(counted[0], count) !== counted[1]) continue;
    for (const at of [...values.keys()]) if (isInEntry(at, pointer, kept)) values.delete(at);
    for (const at of [...lists.keys()]) if (isInEntry(at, pointer, kept)) lists.delete(at);
    lists.set(pointer, count);
    for (const [index, entry] of entries.entries()) {
      for (const [path, value] of entry) {
        values.set(`${pointer}/${kept + index}${path}`, value);
        for (const inner of listsIn(path)) lists.set(`${pointer}/${kept + index}${inner}`, 1);
      }
    }
    if (fits()) return true;
  }
  restore(values, before.values);
  restore(lists, before.lists);
  return false;
}

/** Lists on the path of an answer in an entry: they have one entry each. */
function listsIn(path: string): string[] {
  const names = path.split('/');
  return names.flatMap((name, index) => (name === '0' ? [names.slice(0, index).join('/')] : []));
}

function restore<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

function isInEntry(at: string, list: string, from: number): boolean {
  return at.startsWith(`${list}/`) && Number.parseInt(at.slice(list.length + 1), 10) >= from;
}

function set({ values }: Composition, pointer: string, value: JsonValue): void {
  if (value === null) values.delete(pointer);
  else values.set(pointer, value);
}
