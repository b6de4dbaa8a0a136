import { isDin91379 } from './din91379.ts';

/**
 * Data type C: free texts: all normative characters, line breaks included.
 * Source: DIN 91379:2022-08, data type C.
 */
export function isDin91379C(text: string): boolean {
  return isDin91379('c', text);
}
