import type { ConstraintProblem, ProblemParams } from '@schalter/engine';

/**
 * A problem with its place in the order of problems; 0 for a failure that another one tells of (inside `anyOf` and
 * `not`).
 */
export type RankedProblem = 0 | readonly [rank: number, code: string, params?: ProblemParams];

/**
 * The problems of one answer, each code once, in their order. A value of the wrong type (rank 0), or with an entry of the
 * wrong type, has only that problem.
 */
export function settle(found: readonly RankedProblem[]): ConstraintProblem[] {
  const codes = new Set<string>();
  return found
    .filter((problem) => problem !== 0)
    .sort(([left], [right]) => left - right)
    .filter(([rank, code], _, [first]) => {
      const isNew = !codes.has(code) && (rank === 0 || first?.[0] !== 0);
      codes.add(code);
      return isNew;
    })
    .map(([, code, params = {}]) => ({ code, params }));
}
