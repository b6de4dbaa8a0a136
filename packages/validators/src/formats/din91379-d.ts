import { latinWith, n1, n2, n3 } from './din91379.ts';
import { e1, greek } from './din91379-extended.ts';

const matches = latinWith([n1, n2, n3, greek, e1]);

/**
 * Data type D: names of organisations and products: as B, with the non-letters N3, Greek letters and the extended non-letters E1.
 * Source: DIN 91379:2022-08, data type D.
 */
export function isDin91379D(text: string): boolean {
  return matches(text);
}
