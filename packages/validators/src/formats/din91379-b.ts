import { latinWith, n1, n2 } from './din91379.ts';

const matches = latinWith([n1, n2]);

/**
 * Data type B: other names, addresses, short texts: as A, with digits and the non-letters N2.
 * Source: DIN 91379:2022-08, data type B.
 */
export function isDin91379B(text: string): boolean {
  return matches(text);
}
