import { withoutBlanks } from './without-blanks.ts';

/** Area of the insurer, day, month and year of birth, letter of the name, serial number, check digit. */
const shape = /^(?:0[2-9]|[1-8]\d)\d{2}(?:0\d|1[0-2])\d{2}[A-Z]\d{3}$/u;
const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/**
 * The German pension insurance number (Versicherungsnummer, on the Sozialversicherungsausweis): `15 070649 C 103`.
 * Blanks do not count. The day may be one that no calendar has: it is changed where all serial numbers of a day are
 * used up.
 * Source: § 147 SGB VI, § 2 VKVV; check digit: digits (the letter as two) by weights, sum of the products' digit sums
 * modulo 10.
 */
export function isSocialSecurityNumberDe(text: string): boolean {
  const compact = withoutBlanks(text);
  if (!shape.test(compact)) return false;
  const letter = String(compact.charCodeAt(8) - 64).padStart(2, '0');
  const digits = compact.slice(0, 8) + letter + compact.slice(9, 11);
  const sum = weights.reduce((total, weight, index) => total + digitSum(weight * Number(digits[index])), 0);
  return sum % 10 === Number(compact[11]);
}

/** Of a product of two digits. */
function digitSum(product: number): number {
  return Math.floor(product / 10) + (product % 10);
}
