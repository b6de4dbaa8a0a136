/** Runs a pattern over a text. `undefined`: it took too long and was given up, so that the result is unknown. */
export type PatternRunner = (pattern: RegExp, text: string) => RegExpExecArray | null | undefined;

const plainly: PatternRunner = (pattern, text) => pattern.exec(text);

let runner = plainly;

/**
 * From now on patterns of forms are run by this in the whole process. The checker refuses patterns that can take long;
 * servers interrupt those that got past it all the same.
 */
export function usePatternRunner(other: PatternRunner | undefined): void {
  runner = other ?? plainly;
}

export function runPattern(pattern: RegExp, text: string): RegExpExecArray | null | undefined {
  return runner(pattern, text);
}
