import type { Environment, Value } from '../tree.ts';

/** A function (or text method) of the profile. */
export interface ProfileFunction {
  /**
   * Whether the function itself decides about unanswered and unknown arguments. All others are unknown as soon as one
   * argument is.
   */
  readonly decides?: true;
  /** Answers `undefined` (unknown) for what it cannot compute; never throws, whatever the arguments are. */
  run(args: readonly Value[], environment: Environment): Value;
}

/** The longest text that functions look at or make. */
export const longestText = 100_000;
