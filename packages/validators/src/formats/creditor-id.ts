import { remainder97 } from './check-digits/mod-97.ts';
import { withoutBlanks } from './without-blanks.ts';

/** Countries of SEPA with the length of the national part, where it is the same for all; others have 1 to 28. */
const countries =
  'AD AT11 BE BG CH CY CZ DE11 DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA';

/**
 * The identifier of a creditor who collects by SEPA direct debit: country, two check digits, three characters that the
 * creditor chooses (ZZZ), a national part: `DE98 ZZZ0 9999 9999 99`. Blanks do not count.
 * Source: EPC262-08, Creditor Identifier Overview; check digits by ISO 7064 MOD 97-10 without the chosen characters;
 * the 18 characters of Germany from the Deutsche Bundesbank.
 */
export function isCreditorId(text: string): boolean {
  const compact = withoutBlanks(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/u.test(compact)) return false;
  const length = new RegExp(`\\b${compact.slice(0, 2)}(\\d*)\\b`, 'u').exec(countries)?.[1];
  const national = compact.slice(7);
  if (length === undefined || (length !== '' && !new RegExp(`^\\d{${length}}$`, 'u').test(national))) return false;
  return remainder97(national + compact.slice(0, 4)) === 1;
}
