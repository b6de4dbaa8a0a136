/**
 * Whether the last digit of a row is its check digit: from the right, every second digit doubled, digit sums added.
 * Source: ISO/IEC 7812-1:2017, annex B (Luhn formula).
 */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
