import { isDocumentNumberDe } from './document-number-de.ts';

/**
 * The number of a German identity card (Personalausweis, since November 2010): nine characters as printed at the top
 * right, or ten with the check digit as on the back: `L01X00T471`. Provisional cards have other numbers.
 * Source: § 5 (8) PAuswG; characters and check digit: BSI TR-03127 with ICAO Doc 9303-5.
 */
export function isIdCardDe(text: string): boolean {
  return isDocumentNumberDe(text, 'LMNPRTVWXY');
}
