import type { Program } from '../program.ts';
import type { DataCell, GroupCell } from './group.ts';
import { remembered } from './remembered.ts';
import { type Read, type Unit, untracked } from './signals.ts';

/** What of the program's order lies in the entries of each list, and what outside of all. */
export interface Orders {
  readonly all: readonly Place[];
  readonly inside: ReadonlyMap<string, readonly Place[]>;
}

interface Place {
  readonly kind: string;
  readonly name: string;
  /** Members from the root; of a step's condition: to the entry. */
  readonly path: readonly string[];
  /** Position in the program's order. */
  readonly rank: number;
}

/** The program's order, split once per program. */
export const ordersOf = remembered((program: Program): Orders => {
  const inside = new Map<string, Place[]>();
  const lists = new Map(program.steps.map(({ id, forEach }) => [id, forEach]));
  const all = program.order.map((unit, rank): Place => {
    const kind = unit.slice(0, 1);
    const name = unit.slice(2);
    const forEach = lists.get(name);
    const template = kind === 's' ? (forEach === undefined ? '' : `${forEach}/*`) : kind === 'd' ? '' : name;
    return { kind, name, path: template === '' ? [] : template.slice(1).split('/'), rank };
  });
  for (const unit of all) {
    for (let end = unit.path.indexOf('*'); end !== -1; end = unit.path.indexOf('*', end + 1)) {
      const list = `/${unit.path.slice(0, end).join('/')}`;
      const units = inside.get(list) ?? [];
      inside.set(list, units);
      units.push({ ...unit, path: unit.path.slice(end + 1) });
    }
  }
  return { all, inside };
});

/**
 * Starts units in order, each in all its instances below a group.
 * @param others units that do not lie in the answers: defines, conditions of steps that stand once
 * @returns stops them, the last first
 */
export function warm(
  places: readonly Place[],
  group: GroupCell,
  others: (kind: string, name: string) => Read<unknown> | undefined,
): () => void {
  const started: Unit<unknown>[] = [];
  untracked(() => {
    for (const place of places) {
      for (const read of readsOf(place, group, others)) {
        // What shares the condition of what is around has no unit of its own: it is not ours to stop.
        if (isUnit(read) && read.start(place.rank)) started.push(read);
      }
    }
  });
  return () => {
    for (let index = started.length - 1; index >= 0; index--) started[index]?.stop();
  };
}

function isUnit(read: Read<unknown> | undefined): read is Unit<unknown> {
  return read !== undefined && 'start' in read;
}

function* readsOf(
  { kind, name, path }: Place,
  group: GroupCell,
  others: (kind: string, name: string) => Read<unknown> | undefined,
): Generator<Read<unknown> | undefined> {
  if (kind === 'd' || (kind === 's' && path.length === 0 && !group.own)) {
    yield others(kind, name);
    return;
  }
  for (const cell of instances(group, path, 0)) {
    if (kind === 's') yield cell.kind === 'group' ? cell.own?.stepCondition(name) : undefined;
    else if (kind === 'r') yield cell.relevant;
    else if (cell.kind === 'leaf') yield cell.answer;
  }
}

/** All cells below a cell that a path leads to; `*` stands for every entry. */
export function* instances(cell: DataCell, path: readonly string[], start: number): Generator<DataCell> {
  const name = path[start];
  if (name === undefined) {
    yield cell;
  } else if (cell.kind === 'list') {
    // Not what counts at present: what is irrelevant comes back.
    for (const { content } of cell.entries()) if (content) yield* instances(content, path, start + 1);
  } else if (cell.kind === 'group') {
    const member = cell.member(name);
    if (member) yield* instances(member, path, start + 1);
  }
}
