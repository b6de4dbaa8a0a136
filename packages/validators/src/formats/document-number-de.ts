import { checkDigit731 } from './check-digits/weights-7-3-1.ts';
import { withoutBlanks } from './without-blanks.ts';

/**
 * A number of a German identity document: nine digits and letters (no vowels, no B, D, Q, S), the first saying what it
 * is; with a tenth, that is the check digit, as on the lines that machines read.
 * @param initials what the number may begin with
 */
export function isDocumentNumberDe(text: string, initials: string): boolean {
  const compact = withoutBlanks(text);
  if (!/^[CFGHJ-NPRTV-Z0-9]{9}\d?$/u.test(compact) || !initials.includes(compact.charAt(0))) return false;
  return compact.length === 9 || checkDigit731(compact.slice(0, 9)) === Number(compact[9]);
}
