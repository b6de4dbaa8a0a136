import type { JsonObject, JsonValue } from '@schalter/definition';
import { entryIndex } from '../run/pointer.ts';

/*
 * Answers taken apart so that they can be moved about, each knowing where it stood. What a list or a file is, only a
 * form knows: here objects are groups and arrays are lists.
 */

export type Piece = LeafPiece | GroupPiece | ListPiece;

export interface LeafPiece {
  readonly kind: 'leaf';
  /** Where it stood in the older answers; absent for what a migration made. */
  readonly at?: string;
  readonly old: JsonValue;
  value: JsonValue;
  /** What has been done to it, but for moving. */
  change?: 'mapped' | 'split';
  /** Where the answer goes that was computed from it: it lives on there. */
  used?: string;
}

/** A group or list as a whole, while nothing has been taken out of it or put into it. */
interface Untouched {
  readonly at: string;
  readonly old: JsonValue;
}

export interface GroupPiece {
  readonly kind: 'group';
  untouched: Untouched | undefined;
  readonly members: Map<string, Piece>;
}

export interface ListPiece {
  readonly kind: 'list';
  untouched: Untouched | undefined;
  /** By index: with gaps while answers are on the move. */
  readonly entries: Map<number, Piece>;
}

/** Deeper than any form: what lies there stays in one piece. */
const deepest = 100;

/** Takes answers apart. Unanswered leaves (`null`) are left out. */
export function pieceOf(value: JsonValue, at = '', depth = 0): Piece | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object' || depth > deepest) return { kind: 'leaf', at, old: value, value };
  const untouched = { at, old: value };
  if (Array.isArray(value)) {
    const entries = new Map<number, Piece>();
    for (const [index, entry] of (value as readonly JsonValue[]).entries()) {
      const piece = pieceOf(entry, `${at}/${index}`, depth + 1);
      if (piece) entries.set(index, piece);
    }
    return { kind: 'list', untouched, entries };
  }
  const members = new Map<string, Piece>();
  for (const [name, member] of Object.entries(value)) {
    const piece = pieceOf(member, `${at}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`, depth + 1);
    if (piece) members.set(name, piece);
  }
  return { kind: 'group', untouched, members };
}

/** Puts answers together again. */
export function jsonOf(piece: Piece): JsonValue {
  if (piece.kind === 'leaf') return piece.value;
  if (piece.kind === 'list') return entriesOf(piece).map(jsonOf);
  const members: JsonObject = Object.fromEntries([...piece.members].map(([name, member]) => [name, jsonOf(member)]));
  return members;
}

/** The entries of a list in their order, gaps closed. */
export function entriesOf(list: ListPiece): Piece[] {
  return [...list.entries].sort(([left], [right]) => left - right).map(([, entry]) => entry);
}

export function emptyGroup(): GroupPiece {
  return { kind: 'group', untouched: undefined, members: new Map() };
}

export function emptyList(): ListPiece {
  return { kind: 'list', untouched: undefined, entries: new Map() };
}

/** A member of a group or an entry of a list. */
export function childOf(piece: Piece | undefined, name: string): Piece | undefined {
  if (piece?.kind === 'group') return piece.members.get(name);
  const index = piece?.kind === 'list' ? entryIndex(name) : undefined;
  return index === undefined || piece?.kind !== 'list' ? undefined : piece.entries.get(index);
}

/** Every leaf below a piece, itself included. */
export function* leavesOf(piece: Piece): Generator<LeafPiece> {
  if (piece.kind === 'leaf') yield piece;
  else
    for (const inner of piece.kind === 'group' ? piece.members.values() : piece.entries.values())
      yield* leavesOf(inner);
}
