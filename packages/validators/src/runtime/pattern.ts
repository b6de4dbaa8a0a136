/** Texts longer than this are never matched against a pattern: they count as not matching. */
export const longestMatched = 10_000;

export interface GuardedPattern {
  readonly test: (text: string) => boolean;
  /** AJV tells patterns apart by this. */
  readonly toString: () => string;
}

/** Makes a pattern of the form language, guarded in its own way. */
export type PatternMaker = (source: string, flags?: string) => GuardedPattern;

/**
 * A pattern of the form language: a JavaScript pattern with the `u` flag, guarded against texts so long that matching
 * could take long. AJV takes it as its maker of patterns.
 */
export function guardedPattern(source: string, flags = 'u'): GuardedPattern {
  const pattern = new RegExp(source, flags);
  return {
    test: (text) => text.length <= longestMatched && pattern.test(text),
    toString: () => String(pattern),
  };
}
