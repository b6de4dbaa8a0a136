import { latinWith, n1 } from './din91379.ts';

const matches = latinWith([n1]);

/**
 * Data type A: names of natural persons: Latin letters and the non-letters N1 (no digits).
 * Source: DIN 91379:2022-08, data type A.
 */
export function isDin91379A(text: string): boolean {
  return matches(text);
}
