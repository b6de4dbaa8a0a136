import type { Format } from './format.ts';

const shape = /^(?:\d ?){14}\d$/u;

/**
 * The number of an animal's chip: 15 digits, of which the first three name country or maker; blanks between them do
 * not count.
 * Source: ISO 11784:1996 with amendment 2 (three digits of country or maker, twelve of the animal).
 */
export function isMicrochip(text: string): boolean {
  return shape.test(text);
}

export const microchip: Format = { name: 'microchip', test: isMicrochip };
