import type { JsonValue } from '@schalter/definition';
import { evaluate } from '../expression/evaluate.ts';
import { runPattern } from '../expression/pattern-runner.ts';
import type { Value } from '../expression/tree.ts';
import type { MigrationNode } from '../program.ts';
import { normaliseText } from '../run/normalise.ts';
import { olderEnvironment, olderShape, shapeAt } from './older-value.ts';
import type { GroupPiece, LeafPiece, ListPiece, Piece } from './pieces.ts';
import { concrete, find, type Names, pieceAt, put, take } from './places.ts';
import type { Report } from './report.ts';

/** Texts that are longer are matched by no pattern, as everywhere in the language. */
const longestMatched = 10_000;

/** A piece on its way. */
interface Move {
  readonly to: Names;
  readonly piece: Piece;
}

/**
 * Runs one migration over answers: values are computed and everything is taken away first, then all of it is put where
 * it goes. So the order of moves does not matter, and two answers can change places.
 */
export function applyMigration(root: GroupPiece, migration: MigrationNode, today: string, report: Report): void {
  const computed = computeValues(root, migration, today);
  const moved = takeAway(root, migration, report);
  for (const { to, piece } of inOrder([...moved, ...computed])) {
    put(root, to, piece, (there) => report.lost(there, 'replaced'));
  }
  for (const { at, constants } of migration.map) mapConstants(root, at, new Map(constants));
  closeGaps(root);
}

function computeValues(root: GroupPiece, migration: MigrationNode, today: string): Move[] {
  const shape = olderShape(migration.old);
  const moves: Move[] = [];
  for (const { to, value, entry, reads } of migration.set) {
    const places = entry === undefined ? [{ names: [], indexes: [] }] : find(root, entry);
    for (const { names, indexes } of places) {
      const own =
        entry === undefined
          ? undefined
          : { piece: pieceAt(root, names), shape: shapeAt(shape, entry), index: Number(names.at(-1)) };
      const answer = answerOf(evaluate(value, olderEnvironment(root, shape, today, own)));
      if (answer === null) continue;
      moves.push({ to: concrete(to, indexes), piece: { kind: 'leaf', old: answer, value: answer } });
      const place = `/${concrete(to, indexes).join('/')}`;
      for (const template of reads) markUsed(root, template, entry === undefined ? [] : indexes, place);
    }
  }
  return moves;
}

/** The value of an expression as an answer; unknown, unanswered and what no answer can be is `null`. */
function answerOf(value: Value): JsonValue {
  if (typeof value === 'string') return normaliseText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return null;
  const entries = value.filter((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean');
  return entries.length === 0 ? null : (entries as JsonValue[]);
}

/** The answers an expression has read live on in what it gave; those of a group that was only asked about do not. */
function markUsed(root: GroupPiece, template: string, indexes: readonly string[], to: string): void {
  let next = 0;
  const place = template.replace(/\*/g, () => indexes[next++] ?? '*');
  for (const { names } of find(root, place)) {
    const piece = pieceAt(root, names);
    const leaves = piece?.kind === 'list' ? [...piece.entries.values()] : [piece];
    for (const leaf of leaves) if (leaf?.kind === 'leaf') leaf.used = to;
  }
}

function takeAway(root: GroupPiece, { move, split, drop }: MigrationNode, report: Report): Move[] {
  const moves: Move[] = [];
  const actions = [
    ...move.map(({ from, to }) => ({
      from,
      act: (piece: Piece, indexes: readonly string[]) => moves.push({ to: concrete(to, indexes), piece }),
    })),
    ...split.map(({ from, pattern, into }) => ({
      from,
      act: (piece: Piece, indexes: readonly string[]) => {
        const parts = partsOf(piece, pattern, into.length);
        if (!parts) report.lost(piece, 'not-split');
        for (const [index, part] of (parts ?? []).entries()) {
          if (part) moves.push({ to: concrete(into[index] ?? '', indexes), piece: part });
        }
      },
    })),
    ...drop.map((from) => ({ from, act: (piece: Piece) => report.lost(piece, 'dropped') })),
  ];
  const found = actions.flatMap(({ from, act }) =>
    find(root, from).map(({ names, indexes }) => ({ names, indexes, act })),
  );
  // What lies deeper is taken first: what is left goes with the group around it.
  found.sort((left, right) => right.names.length - left.names.length);
  for (const { names, indexes, act } of found) {
    const piece = take(root, names);
    if (piece) act(piece, indexes);
  }
  return moves;
}

/** The groups of the pattern as answers, `undefined` for those that took no part; nothing if it does not match. */
function partsOf(piece: Piece, pattern: string, places: number): (LeafPiece | undefined)[] | undefined {
  const { value: text, at } = piece.kind === 'leaf' ? piece : { value: null, at: undefined };
  if (piece.kind !== 'leaf' || typeof text !== 'string' || text.length > longestMatched) return undefined;
  const found = runPattern(new RegExp(pattern, 'u'), text);
  if (!found) return undefined;
  const parts = Array.from({ length: places }, (_, index): LeafPiece | undefined => {
    const part = normaliseText(found[index + 1] ?? '');
    if (part === null) return undefined;
    return { kind: 'leaf', ...(at === undefined ? {} : { at }), old: piece.old, value: part, change: 'split' };
  });
  return parts.some((part) => part !== undefined) ? parts : undefined;
}

/** What is put into a group or entry comes after it; entries in their order. */
function inOrder(moves: readonly Move[]): Move[] {
  return [...moves].sort((left, right) => left.to.length - right.to.length);
}

function mapConstants(
  root: GroupPiece,
  template: string,
  constants: ReadonlyMap<string, string | number | boolean>,
): void {
  for (const { names } of find(root, template)) {
    const piece = pieceAt(root, names);
    // Several chosen options are one answer of several values.
    const leaves = piece?.kind === 'list' ? [...piece.entries.values()] : [piece];
    for (const leaf of leaves) {
      if (leaf?.kind !== 'leaf' || typeof leaf.value === 'object') continue;
      const now = constants.get(String(leaf.value));
      if (now === undefined || now === leaf.value) continue;
      leaf.value = now;
      leaf.change = 'mapped';
    }
  }
}

function closeGaps(piece: Piece): void {
  if (piece.kind === 'leaf') return;
  if (piece.kind === 'list') renumber(piece);
  for (const inner of piece.kind === 'group' ? piece.members.values() : piece.entries.values()) closeGaps(inner);
}

function renumber({ entries }: ListPiece): void {
  const inOrder = [...entries].sort(([left], [right]) => left - right);
  entries.clear();
  for (const [index, [, entry]] of inOrder.entries()) entries.set(index, entry);
}
