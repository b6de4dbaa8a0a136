/**
 * What a condition may come out as, as a set in three bits. Unknown is a result of its own: not true, and not false.
 */
export type Results = number;

export const isTrue = 1;
export const isFalse = 2;
export const isUnknown = 4;
export const notTrue = isFalse | isUnknown;
export const decided = isTrue | isFalse;
export const anything = isTrue | isFalse | isUnknown;

/** The results of the negation. */
export function negated(results: Results): Results {
  return ((results & isTrue) << 1) | ((results & isFalse) >> 1) | (results & isUnknown);
}
