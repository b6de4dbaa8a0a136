import type { JsonValue } from '@schalter/definition';
import type { LeafNode } from '../../program.ts';
import type { Scalar } from '../circuit/cell.ts';
import type { Instance } from '../circuit/instance.ts';
import { atomOf } from '../circuit/relation.ts';
import type { Variable } from '../circuit/variable.ts';
import { daysLater } from '../sample/date.ts';
import type { Found } from '../solve/search.ts';
import { type Draft, type Positions, pointerOf } from './probe.ts';
import type { Samples } from './samples.ts';

/** How what was found becomes answers. */
export interface Composing {
  readonly samples: Samples;
  /** The day to take, unless another one is needed. */
  readonly today: string;
  /** The entry at hand that it is about. */
  readonly instance: Instance | undefined;
  /** Whether all entries of a list are to be like the one at hand, or blank. */
  readonly alike: boolean;
  /** Answers that are to stay. */
  readonly fixed?: ReadonlyMap<Variable, JsonValue>;
}

/** Answers as a draft in the making. */
export interface Composition {
  readonly values: Map<string, JsonValue>;
  readonly lists: Map<string, number>;
  readonly today: string;
  readonly positions: Positions;
}

/**
 * Answers for what was found: a value for every answer, as many entries as it takes.
 * @returns `undefined` where nobody knows a value for an atom
 */
export function compose(found: Found, composing: Composing): Composition | undefined {
  const { samples, instance } = composing;
  const composition: Composition = {
    values: new Map(),
    lists: new Map(),
    today: todayIn(found, samples) ?? composing.today,
    positions: positionsOf(found, samples, instance),
  };
  for (let entry = instance; entry; entry = entry.outer) grow(composition, entry);
  for (const [variable, atom] of found.atoms) {
    if (!add(found, composing, composition, variable, atom)) return undefined;
  }
  if (composing.alike) repeat(composition);
  fillPlainLists(found, samples, composition);
  return composition;
}

export function draftOf({ values, lists, today }: Composition): Draft {
  // Lists that others lie in come first.
  const ordered = [...lists].sort(([left], [right]) => left.split('/').length - right.split('/').length);
  return { values: new Map(values), lists: new Map(ordered), today };
}

/** Where the index of an entry matters, the entry at hand stands there. */
function positionsOf(found: Found, samples: Samples, instance: Instance | undefined): Positions {
  const positions = new Map<string, number>();
  for (let entry = instance; entry; entry = entry.outer) positions.set(entry.list, 0);
  if (!instance) return positions;
  for (const [variable, atom] of found.atoms) {
    const { source } = variable;
    if (source.kind !== 'opaque' || source.opaque.index === undefined) continue;
    const [position] = samples.of(variable, atom);
    if (typeof position === 'number' && position < 50) positions.set(source.opaque.index, position);
  }
  return positions;
}

/** A list has the entry at hand. */
function grow({ lists, positions }: Composition, { list }: Instance): void {
  const pointer = pointerOf(list, positions);
  lists.set(pointer, Math.max(lists.get(pointer) ?? 0, (positions.get(list) ?? 0) + 1));
}

function add(
  found: Found,
  { samples, fixed }: Composing,
  composition: Composition,
  variable: Variable,
  atom: number,
): boolean {
  const { source } = variable;
  const { values, lists, positions } = composition;
  switch (source.kind) {
    case 'leaf': {
      const { leaf, instance } = source;
      if (isOther(instance)) return true;
      const value = fixed?.has(variable)
        ? fixed.get(variable)
        : leaf.type === 'array'
          ? choiceOf(found, samples, variable, leaf, atom)
          : (besideToday(found, variable, atom, composition.today) ?? samples.of(variable, atom)[0]);
      if (value === undefined) return false;
      for (let entry = instance; entry; entry = entry.outer) if (value !== null) grow(composition, entry);
      if (value !== null) values.set(pointerOf(leaf.template, positions), value);
      return true;
    }
    case 'count': {
      if (isOther(source.instance)) return true;
      const pointer = pointerOf(source.list, positions);
      const least = lists.get(pointer) ?? 0;
      const fitting = samples.of(variable, atom).filter((count) => typeof count === 'number' && count >= least);
      const count = Math.min(...(fitting as number[]));
      // What is needed may be more than the atom's samples say; the engine will judge.
      lists.set(pointer, Number.isFinite(count) && count <= mostEntries ? count : least);
      return true;
    }
    default:
      return true;
  }
}

/** The day that was found, where conditions ask for one. */
function todayIn(found: Found, samples: Samples): string | undefined {
  for (const [variable, atom] of found.atoms) {
    if (variable.source.kind !== 'today') continue;
    const [day] = samples.of(variable, atom);
    return typeof day === 'string' ? day : undefined;
  }
  return undefined;
}

/** A date that stands to today as it was found to do. */
function besideToday(found: Found, variable: Variable, atom: number, today: string): string | undefined {
  for (const relation of variable.relations) {
    const at = found.atoms.get(relation);
    const { source } = relation;
    if (at === undefined || source.kind !== 'relation') continue;
    const isLeft = source.left === variable;
    if ((isLeft ? source.right : source.left).source.kind !== 'today') continue;
    const [cell] = relation.atoms[at]?.cells ?? [];
    const wanted = cell?.kind === 'value' ? days[String(cell.value)] : undefined;
    const day = wanted === undefined ? undefined : daysLater(today, isLeft ? wanted : -wanted);
    if (day !== undefined && atomOf(variable, day) === atom && variable.domain.valid?.(day) !== false) return day;
  }
  return undefined;
}

/** Days from today, by how a date stands to it. */
const days: Readonly<Record<string, number>> = { less: -1, equal: 0, greater: 1 };

/** Nobody needs more entries to see what a condition does. */
export const mostEntries = 60;

function isOther(instance: Instance | undefined): boolean {
  for (let entry = instance; entry; entry = entry.outer) if (entry.other) return true;
  return false;
}

function choiceOf(
  found: Found,
  samples: Samples,
  variable: Variable,
  leaf: LeafNode,
  atom: number,
): JsonValue | undefined {
  const [first] = variable.atoms[atom]?.cells ?? [];
  if (first?.kind === 'none') return null;
  const wanted: Scalar[] = [];
  const unwanted: Scalar[] = [];
  for (const [member, at] of found.atoms) {
    if (member.source.kind !== 'member' || member.source.of !== variable) continue;
    const [cell] = member.atoms[at]?.cells ?? [];
    (cell?.kind === 'value' && cell.value === true ? wanted : unwanted).push(member.source.value);
  }
  return samples.choices(leaf, wanted, unwanted)[0];
}

/** Entries of plain values count only when they are answered. */
function fillPlainLists(found: Found, samples: Samples, { values, lists, positions }: Composition): void {
  for (const { source } of found.atoms.keys()) {
    if (source.kind !== 'count' || source.plain === undefined || isOther(source.instance)) continue;
    const pointer = pointerOf(source.list, positions);
    const some = samples.plain(source.plain);
    for (let index = 0; index < (lists.get(pointer) ?? 0); index++) {
      const value = some[index % Math.max(some.length, 1)];
      if (value !== undefined) values.set(`${pointer}/${index}`, value);
    }
  }
}

/** All entries like the one at hand. */
function repeat({ values, lists, positions }: Composition): void {
  for (const [pointer, count] of lists) {
    const template = [...positions.keys()].find((list) => pointerOf(list, positions) === pointer);
    if (template === undefined) continue;
    const prefix = `${pointer}/${positions.get(template) ?? 0}/`;
    for (const [at, value] of [...values]) {
      if (!at.startsWith(prefix)) continue;
      for (let index = 0; index < count; index++) {
        const other = `${pointer}/${index}/${at.slice(prefix.length)}`;
        if (!values.has(other)) values.set(other, value);
      }
    }
  }
}
