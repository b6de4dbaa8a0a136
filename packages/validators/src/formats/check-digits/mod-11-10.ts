/**
 * The check digit of a row of digits by the hybrid system that German tax authorities use.
 * Source: ISO/IEC 7064:2003, MOD 11,10.
 * @param digits without the check digit
 */
export function checkDigit11And10(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}
