import { latinWith, n1, n2, n3, n4 } from './din91379.ts';

const matches = latinWith([n1, n2, n3, n4]);

/**
 * Data type C: free texts: all normative characters, line breaks included.
 * Source: DIN 91379:2022-08, data type C.
 */
export function isDin91379C(text: string): boolean {
  return matches(text);
}
