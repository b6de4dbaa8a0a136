import { isDocumentNumberDe } from './document-number-de.ts';

/**
 * The number of a German passport (Reisepass, since November 2007): nine characters, or ten with the check digit from
 * the lines that machines read: `C01X00T478`. Provisional passports and those of children had other numbers.
 * Source: § 4 PassG, annex 11 PassV; check digit: ICAO Doc 9303-4.
 */
export function isPassportDe(text: string): boolean {
  return isDocumentNumberDe(text, 'CFGHJK');
}
