import { latinWith, n1, n2, n3, n4 } from './din91379.ts';
import { cyrillic, e1, greek } from './din91379-extended.ts';

const matches = latinWith([n1, n2, n3, n4, greek, cyrillic, e1]);

/**
 * Data type E: free texts with all characters of the standard, Greek and Cyrillic ones included.
 * Source: DIN 91379:2022-08, data type E.
 */
export function isDin91379E(text: string): boolean {
  return matches(text);
}
