import { isDin91379 } from './din91379.ts';

/**
 * Data type E: free texts with all characters of the standard, Greek and Cyrillic ones included.
 * Source: DIN 91379:2022-08, data type E.
 */
export function isDin91379E(text: string): boolean {
  return isDin91379('e', text);
}
