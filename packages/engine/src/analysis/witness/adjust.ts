import type { JsonValue } from '@schalter/definition';
import { evaluate } from '../../expression/evaluate.ts';
import type { Value } from '../../expression/tree.ts';
import type { Scalar } from '../circuit/cell.ts';
import type { Model } from '../circuit/model.ts';
import { atomOf } from '../circuit/relation.ts';
import type { Variable } from '../circuit/variable.ts';
import type { Found } from '../solve/search.ts';
import { candidatesFor } from './candidates.ts';
import { type Composition, draftOf } from './compose.ts';
import { type EntryKind, listsOf } from './entries.ts';
import { type Probe, pointerOf } from './probe.ts';
import type { Samples } from './samples.ts';

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
  /** So many drafts may be tried. */
  tries: number;
}

/**
 * Varies answers until all that was not looked into comes out as found, as far as that succeeds. First within what
 * conditions ask of these answers, then beyond: whether the goal still holds is seen afterwards.
 */
export function adjust(found: Found, composition: Composition, adjusting: Adjusting): void {
  const wishes: Wish[] = [];
  for (const [variable, atom] of found.atoms) {
    if (!isVaried(variable) || !isJudged(variable)) continue;
    wishes.push([variable, atom]);
    adjustOne(found, composition, adjusting, wishes);
  }
}

/** Something and how it is to come out. */
type Wish = readonly [variable: Variable, atom: number];

/** Whether it can be told how it comes out. */
function isJudged({ source }: Variable): boolean {
  if (source.kind === 'opaque' || source.kind === 'macro') {
    const { tree, scope } = source.opaque;
    // Inside of a macro it is about an entry that nobody has chosen.
    return tree !== undefined && scope?.variables.size === 0;
  }
  if (source.kind !== 'relation') return source.kind === 'leaf' || source.kind === 'today' || source.kind === 'count';
  return isJudged(source.left) && isJudged(source.right);
}

/** Adjusts the last of some wishes; those before it stay fulfilled. */
function adjustOne(found: Found, composition: Composition, adjusting: Adjusting, wishes: readonly Wish[]): void {
  const [variable] = wishes.at(-1) ?? [];
  if (!variable) return;
  const isFulfilled = ([one, atom]: Wish) => atomOf(one, presentValue(one, adjusting, composition)) === atom;
  const fits = () => {
    adjusting.tries--;
    adjusting.probe.apply(draftOf(composition));
    return wishes.every(isFulfilled);
  };
  if (fits()) return;
  const { leaves, lists } = readsOf(variable);
  for (const pinned of [found.atoms, new Map<Variable, number>()]) {
    const choices = [...leaves].flatMap((leaf): Choices[] => {
      const { source } = leaf;
      if (source.kind !== 'leaf' || source.instance?.other) return [];
      const pointer = pointerOf(source.leaf.template, composition.positions);
      const constants = constantsAround(leaf, found, adjusting, composition, variable);
      const values = candidatesFor(adjusting.model, source.leaf, constants, composition.today);
      const wanted = pinned.get(leaf);
      return [{ pointer, values: values.filter((one) => wanted === undefined || atomOf(leaf, one) === wanted) }];
    });
    if (varyEach(composition, choices, adjusting, fits)) return;
    if (varyPairs(composition, choices, adjusting, fits)) return;
    for (const list of lists) if (varyList(list, found, composition, adjusting, variable, fits)) return;
  }
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
      if (adjusting.tries <= 0) return false;
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
      if (adjusting.tries <= 0) return false;
      set(composition, pointer, value);
      if (varyEach(composition, others, adjusting, fits)) return true;
    }
    set(composition, pointer, before ?? null);
  }
  return false;
}

function varyList(
  list: string,
  found: Found,
  composition: Composition,
  adjusting: Adjusting,
  variable: Variable,
  fits: () => boolean,
): boolean {
  const { values, lists } = composition;
  const pointer = pointerOf(list, composition.positions);
  const before = { values: new Map(values), count: lists.get(pointer) };
  const counted = [...found.atoms].find(([{ source }]) => source.kind === 'count' && source.list === list);
  const constants = constantsAround(undefined, found, adjusting, composition, variable);
  // The entry at hand stays.
  const position = composition.positions.get(list);
  const answered = [...values.keys()].some((at) => at.startsWith(`${pointer}/0/`));
  const kept = position === undefined ? (answered ? 1 : 0) : position + 1;
  for (const entries of listsOf(adjusting, list, constants, composition.today, kept)) {
    if (adjusting.tries <= 0) break;
    const count = kept + entries.length;
    if (counted && atomOf(counted[0], count) !== counted[1]) continue;
    for (const at of values.keys()) {
      if (isInEntry(at, pointer, kept)) values.delete(at);
    }
    lists.set(pointer, count);
    for (const [index, entry] of entries.entries()) {
      for (const [path, value] of entry) values.set(`${pointer}/${kept + index}${path}`, value);
    }
    if (fits()) return true;
  }
  values.clear();
  for (const [at, value] of before.values) values.set(at, value);
  if (before.count === undefined) lists.delete(pointer);
  else lists.set(pointer, before.count);
  return false;
}

function isInEntry(at: string, list: string, from: number): boolean {
  return at.startsWith(`${list}/`) && Number.parseInt(at.slice(list.length + 1), 10) >= from;
}

function set({ values }: Composition, pointer: string, value: JsonValue): void {
  if (value === null) values.delete(pointer);
  else values.set(pointer, value);
}

/** What a variable stands for, with the answers that are there now. */
function presentValue(variable: Variable, { probe }: Adjusting, composition: Composition): Value {
  const { source } = variable;
  switch (source.kind) {
    case 'leaf': {
      const cell = probe.store.find(pointerOf(source.leaf.template, composition.positions));
      return cell?.kind === 'leaf' ? cell.value() : null;
    }
    case 'today':
      return composition.today;
    case 'count': {
      const cell = probe.store.find(pointerOf(source.list, composition.positions));
      return cell?.kind === 'list' ? cell.length() : 0;
    }
    case 'opaque':
    case 'macro': {
      const { tree, scope } = source.opaque;
      const environment = scope && probe.environment(scope.self, composition.positions);
      return tree && environment ? evaluate(tree, environment) : undefined;
    }
    case 'relation': {
      const left = presentValue(source.left, { probe } as Adjusting, composition) ?? null;
      const right = presentValue(source.right, { probe } as Adjusting, composition) ?? null;
      if (left === null || right === null) return left === right ? 'nothing' : 'apart';
      return left === right ? 'equal' : (left as number) < (right as number) ? 'less' : 'greater';
    }
    default:
      return undefined;
  }
}

interface Reads {
  readonly leaves: ReadonlySet<Variable>;
  readonly lists: ReadonlySet<string>;
  readonly constants: ReadonlySet<Scalar>;
}

function readsOf(variable: Variable): Reads {
  const { source } = variable;
  if (source.kind === 'opaque' || source.kind === 'macro') return source.opaque;
  if (source.kind === 'leaf') return { leaves: new Set([variable]), lists: new Set(), constants: new Set() };
  if (source.kind === 'count') return { leaves: new Set(), lists: new Set([source.list]), constants: new Set() };
  if (source.kind !== 'relation') return { leaves: new Set(), lists: new Set(), constants: new Set() };
  const sides = [readsOf(source.left), readsOf(source.right)];
  return {
    leaves: new Set(sides.flatMap(({ leaves }) => [...leaves])),
    lists: new Set(sides.flatMap(({ lists }) => [...lists])),
    constants: new Set(sides.flatMap(({ constants }) => [...constants])),
  };
}

/** The constants of all that reads an answer: of what is adjusted, and of what else has to come out as found. */
function constantsAround(
  leaf: Variable | undefined,
  found: Found,
  adjusting: Adjusting,
  composition: Composition,
  variable: Variable,
): ReadonlySet<Scalar> {
  const constants = new Set<Scalar>();
  for (const side of sidesOf(variable)) {
    const value = presentValue(side, adjusting, composition);
    if (typeof value === 'string' || typeof value === 'number') constants.add(value);
  }
  const add = (one: Variable) => {
    for (const constant of [...readsOf(one).constants, ...one.points]) constants.add(constant);
  };
  add(variable);
  if (!leaf) return constants;
  for (const other of found.atoms.keys()) if (isVaried(other) && readsOf(other).leaves.has(leaf)) add(other);
  return constants;
}

function isVaried({ source: { kind } }: Variable): boolean {
  return kind === 'opaque' || kind === 'macro' || kind === 'relation';
}

function sidesOf({ source }: Variable): readonly Variable[] {
  return source.kind === 'relation' ? [source.left, source.right] : [];
}
