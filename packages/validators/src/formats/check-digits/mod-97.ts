/**
 * The number that letters and digits write, modulo 97, letters standing for 10 (A) to 35 (Z).
 * Source: ISO/IEC 7064:2003, MOD 97-10: a text with right check digits leaves 1.
 * @param text digits and capital letters only; any length, since it is read digit by digit
 */
export function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
