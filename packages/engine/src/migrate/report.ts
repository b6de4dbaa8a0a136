import type { JsonValue } from '@schalter/definition';
import type { ConstraintProblem } from '../problem.ts';
import { type LeafPiece, leavesOf, type Piece } from './pieces.ts';

/**
 * What became of an older answer.
 * - Lost: `no-field` (the form no longer asks for it), `dropped` (by the migration), `replaced` (another answer took its
 *   place), `computed` (the form computes it now), `wrong-type`, `not-an-option`, `too-many` (more entries than the list
 *   takes), `not-split` (the pattern did not match)
 * - Kept: `mapped` (another constant), `split` (one part of it), `derived` (an answer was computed from it), `converted`
 *   (written in another type: a number as text, one value as a list), `check` (as it was, but against a constraint)
 */
export type MigrationCode = LostCode | 'mapped' | 'split' | 'derived' | 'converted' | 'check';

export type LostCode =
  | 'no-field'
  | 'dropped'
  | 'replaced'
  | 'computed'
  | 'wrong-type'
  | 'not-an-option'
  | 'too-many'
  | 'not-split';

export interface MigrationEntry {
  readonly code: MigrationCode;
  /** Whether the answer is in the new draft no more. */
  readonly lost: boolean;
  /** JSON Pointer into the older answers; absent for what a migration made. */
  readonly at?: string;
  /** What stood there: an answer, or a whole group or list. */
  readonly value: JsonValue;
  /** Where it stands now, and what it is now. */
  readonly to?: string;
  readonly now?: JsonValue;
  /** Of `check`: what is wrong with it. */
  readonly problem?: ConstraintProblem;
}

/** An older answer: what it was, and where, unless a migration made it. */
export interface Older {
  readonly at?: string;
  readonly old: JsonValue;
}

/** Collects what becomes of older answers. */
export class Report {
  readonly entries: MigrationEntry[] = [];

  /** A group or list that was lost untouched is one entry. */
  lost(piece: Piece, code: LostCode): void {
    if (piece.kind === 'leaf') this.#leaf(piece, code);
    else if (piece.untouched && !hasUsed(piece)) {
      const { at, old } = piece.untouched;
      // What holds nothing is no loss.
      if (!leavesOf(piece).next().done) this.entries.push({ code, lost: true, at, value: old });
    } else {
      for (const inner of piece.kind === 'group' ? piece.members.values() : piece.entries.values())
        this.lost(inner, code);
    }
  }

  #leaf(leaf: LeafPiece, code: LostCode): void {
    const place = leaf.at === undefined ? {} : { at: leaf.at };
    // What lives on in another answer is not lost, wherever it stood.
    const kept = leaf.used !== undefined && (code === 'no-field' || code === 'replaced' || code === 'dropped');
    const { old: value, used: to } = leaf;
    if (kept && to !== undefined) this.entries.push({ code: 'derived', lost: false, ...place, value, to });
    else this.entries.push({ code, lost: true, ...place, value });
  }

  /** An answer that is in the new draft, in another form or against a constraint. */
  kept(
    { at, old }: Older,
    code: 'mapped' | 'split' | 'converted' | 'check',
    to: string,
    now: JsonValue,
    problem?: ConstraintProblem,
  ): void {
    const place = at === undefined ? {} : { at };
    this.entries.push({ code, lost: false, ...place, value: old, to, now, ...(problem ? { problem } : {}) });
  }
}

function hasUsed(piece: Piece): boolean {
  for (const { used } of leavesOf(piece)) if (used !== undefined) return true;
  return false;
}
