import { isDin91379 } from './din91379.ts';
import type { Format } from './format.ts';

/**
 * Data type C: free texts: all normative characters, line breaks included.
 * Source: DIN 91379:2022-08, data type C.
 */
export function isDin91379C(text: string): boolean {
  return isDin91379('c', text);
}

export const din91379c: Format = { name: 'din91379-c', test: isDin91379C };
