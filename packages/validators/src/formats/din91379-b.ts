import { isDin91379 } from './din91379.ts';
import type { Format } from './format.ts';

/**
 * Data type B: other names, addresses, short texts: as A, with digits and the non-letters N2.
 * Source: DIN 91379:2022-08, data type B.
 */
export function isDin91379B(text: string): boolean {
  return isDin91379('b', text);
}

export const din91379b: Format = { name: 'din91379-b', test: isDin91379B };
