import { isDin91379 } from './din91379.ts';

/**
 * Data type D: names of organisations and products: as B, with the non-letters N3, Greek letters and the extended non-letters E1.
 * Source: DIN 91379:2022-08, data type D.
 */
export function isDin91379D(text: string): boolean {
  return isDin91379('d', text);
}
