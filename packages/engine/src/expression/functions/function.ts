import type { Environment, Value } from '../tree.ts';

/** A function (or text method) of the profile. */
export interface ProfileFunction {
  /**
   * As authors read it, and what the checker registers: `addDays(date, number): date`. A method stands behind its
   * receiver's type (`string.contains(string): boolean`) and gets the receiver as its first argument.
   * `any` is every type, `T` one and the same type, `O` one that has an order (number, text, date), `|` means "or".
   */
  readonly signature: string;
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
