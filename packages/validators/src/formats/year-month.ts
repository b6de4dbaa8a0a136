const shape = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/u;

/**
 * A month of a year: `2026-11`.
 * Source: ISO 8601-1:2019, 5.2.2.2 (a specific month), as in HTML's month input.
 */
export function isYearMonth(text: string): boolean {
  return shape.test(text);
}
