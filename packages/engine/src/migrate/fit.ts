import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Validate } from '../problem.ts';
import type { DataNode, GroupNode, LeafNode, LeafType, ListNode } from '../program.ts';
import { answerOf, isOfType } from '../run/conform.ts';
import { normaliseAnswer } from '../run/normalise.ts';
import { entriesOf, type GroupPiece, jsonOf, type LeafPiece, type ListPiece, type Piece } from './pieces.ts';
import type { LostCode, Older, Report } from './report.ts';

/** What fitting needs to know beside the form. */
export interface Fitting {
  readonly report: Report;
  readonly validate: Validate;
  /** Whether an answer kept to its constraint in the older version: what did not is no news. */
  readonly wasValid: (older: Older) => boolean;
}

/** Fits answers into a form: what has no place, or not the right kind of place, is reported and left out. */
export function fitAnswers(root: GroupPiece, form: GroupNode, fitting: Fitting): JsonObject {
  return fitGroup(root, form, '', fitting);
}

function fitGroup(piece: GroupPiece, node: GroupNode, pointer: string, fitting: Fitting): JsonObject {
  const members: [string, JsonValue][] = [];
  for (const [name, member] of piece.members) {
    const found = node.members.find((one): one is DataNode => one.kind !== 'text' && one.name === name);
    if (!found) {
      fitting.report.lost(member, 'no-field');
      continue;
    }
    const value = fit(member, found, `${pointer}/${name}`, fitting);
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
}

function fit(piece: Piece, node: DataNode, pointer: string, fitting: Fitting): JsonValue | undefined {
  if (node.kind === 'group') {
    return piece.kind === 'group' ? fitGroup(piece, node, pointer, fitting) : lost(piece, 'wrong-type', fitting);
  }
  if (node.kind === 'list') return fitList(piece, node, pointer, fitting);
  if (node.value) return lost(piece, 'computed', fitting);
  if (node.type === 'array') return fitChoices(piece, node, pointer, fitting);
  if (node.type === 'object') return fitFile(piece, node, pointer, fitting);
  return fitLeaf(piece, node, pointer, fitting);
}

function lost(piece: Piece, code: LostCode, { report }: Fitting): undefined {
  report.lost(piece, code);
  return undefined;
}

function fitList(piece: Piece, node: ListNode, pointer: string, fitting: Fitting): JsonValue | undefined {
  // One value has become a list of values.
  const single = piece.kind !== 'list';
  if (single && (piece.kind === 'group' || node.item.kind === 'group')) return lost(piece, 'wrong-type', fitting);
  const entries = single ? [piece] : entriesOf(piece);
  const values: JsonValue[] = [];
  for (const entry of entries) {
    if (node.maxItems !== undefined && values.length >= node.maxItems) {
      fitting.report.lost(entry, 'too-many');
      continue;
    }
    const value = fit(entry, node.item, `${pointer}/${values.length}`, fitting);
    if (value !== undefined) values.push(value);
  }
  if (single && piece.kind === 'leaf' && values.length > 0) fitting.report.kept(piece, 'converted', pointer, values);
  return values.length > 0 ? values : undefined;
}

/** Several options of one field. */
function fitChoices(piece: Piece, node: LeafNode, pointer: string, fitting: Fitting): JsonValue | undefined {
  if (piece.kind === 'group') return lost(piece, 'wrong-type', fitting);
  const leaves = piece.kind === 'leaf' ? [piece] : entriesOf(piece);
  const values: JsonValue[] = [];
  for (const leaf of leaves) {
    const value = leaf.kind === 'leaf' ? asType(leaf, node.itemType ?? 'string') : objectOf(leaf, node);
    if (value === undefined) fitting.report.lost(leaf, 'wrong-type');
    else if (node.options && !node.options.some((option) => option.value === value)) {
      fitting.report.lost(leaf, 'not-an-option');
    } else {
      if (leaf.kind === 'leaf' && leaf.change) fitting.report.kept(leaf, leaf.change, pointer, value);
      values.push(value);
    }
  }
  if (values.length === 0) return undefined;
  const now = normaliseAnswer(node, values) ?? null;
  if (piece.kind === 'leaf') fitting.report.kept(piece, 'converted', pointer, now);
  else if (piece.untouched) check(piece.untouched, node, pointer, now, fitting);
  return now;
}

/** Files are groups of facts; several files are one answer. */
function objectOf(piece: Piece, node: LeafNode): JsonValue | undefined {
  return node.itemType === 'object' && piece.kind === 'group' ? jsonOf(piece) : undefined;
}

function fitFile(piece: Piece, node: LeafNode, pointer: string, fitting: Fitting): JsonValue | undefined {
  if (piece.kind !== 'group') return lost(piece, 'wrong-type', fitting);
  const value = normaliseAnswer(node, jsonOf(piece));
  if (value === undefined || value === null) return lost(piece, 'wrong-type', fitting);
  check(piece.untouched ?? { old: value }, node, pointer, value, fitting);
  return value;
}

function fitLeaf(piece: Piece, node: LeafNode, pointer: string, fitting: Fitting): JsonValue | undefined {
  const leaf = piece.kind === 'list' ? onlyEntry(piece) : piece;
  if (leaf?.kind !== 'leaf') return lost(piece, 'wrong-type', fitting);
  // Computed numbers are rounded as computed fields are.
  const computed = leaf.at === undefined && node.type === 'integer' && typeof leaf.value === 'number';
  const raw = computed ? answerOf(node, leaf.value as number) : leaf.value;
  const value =
    asType({ ...leaf, value: raw }, node.type) ?? (isTyped(node) && typeof raw === 'string' ? raw : undefined);
  const now = value === undefined ? undefined : normaliseAnswer(node, value);
  if (now === undefined || now === null) return lost(piece, 'wrong-type', fitting);
  if (node.options && !node.options.some((option) => option.value === now))
    return lost(piece, 'not-an-option', fitting);
  const { report } = fitting;
  if (leaf.change) report.kept(leaf, leaf.change, pointer, now);
  else if (leaf.at !== undefined && (piece.kind === 'list' || now !== leaf.value))
    report.kept(leaf, 'converted', pointer, now);
  else check(leaf, node, pointer, now, fitting);
  return now;
}

function onlyEntry(list: ListPiece): Piece | undefined {
  return list.entries.size === 1 ? entriesOf(list)[0] : undefined;
}

/** Whether people type the answer, so that it can stay as it was typed. */
function isTyped({ type, options }: LeafNode): boolean {
  return !options && (type === 'number' || type === 'integer' || type === 'string');
}

/** The value in the type that is asked for: a number may be written as text, and the other way round. */
function asType({ value }: LeafPiece, type: LeafType): JsonValue | undefined {
  if (isOfType(type, value, undefined)) return value;
  if (type === 'string' && typeof value === 'number') return String(value);
  if ((type === 'number' || type === 'integer') && typeof value === 'string') {
    const number = Number(value);
    return String(number) === value && isOfType(type, number, undefined) ? number : undefined;
  }
  return undefined;
}

/** What is against the new constraint stays, to be mended: people are told if it was right before. */
function check(older: Older, node: LeafNode, pointer: string, now: JsonValue, fitting: Fitting): void {
  const problem = fitting.validate(node.template, now)[0];
  if (problem && fitting.wasValid(older)) fitting.report.kept(older, 'check', pointer, now, problem);
}
