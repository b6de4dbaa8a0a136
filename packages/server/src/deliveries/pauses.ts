const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds before the second, third … attempt: growing, for about a week. */
const pauses: readonly number[] = [
  10_000,
  30_000,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  ...Array.from({ length: 12 }, () => 12 * hour),
];

/**
 * When to try again.
 * @param attempts how many have failed so far
 * @returns milliseconds from now; `undefined` when it is time that a person looks at it
 */
export function pauseAfter(attempts: number): number | undefined {
  return pauses[attempts - 1];
}
