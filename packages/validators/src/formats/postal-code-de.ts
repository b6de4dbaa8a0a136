const shape = /^(?:0[1-9]|[1-9]\d)\d{3}$/u;

/**
 * A German postal code: five digits from 01000 on. It is not looked up whether it is in use.
 * Source: Deutsche Post, Postleitzahlensystem (two digits of the region, 01 to 99, and three of the place).
 */
export function isPostalCodeDe(text: string): boolean {
  return shape.test(text);
}
