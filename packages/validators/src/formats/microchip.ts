const shape = /^(?:\d ?){14}\d$/u;
/** Twelve digits that fit into the 38 bits of the chip. */
const largest = 274_877_906_943;

/**
 * The number of an animal's chip: three digits of the country or maker and twelve of the animal; blanks between them do
 * not count: `276 098 102 345 678`. Chips for tests (999) are none.
 * Source: ISO 11784:1996 with amendment 2; the code of the country by ISO 3166-1 numeric, of makers 900 to 998 by ICAR.
 */
export function isMicrochip(text: string): boolean {
  if (!shape.test(text)) return false;
  const digits = text.replace(/ /gu, '');
  const origin = digits.slice(0, 3);
  return origin !== '000' && origin !== '999' && Number(digits.slice(3)) <= largest;
}
