import type { Format } from '../format.ts';
import { isPostalCodeDe } from '../postal-code-de.ts';

export const postalCodeDe: Format = {
  name: 'postal-code-de',
  test: isPostalCodeDe,
  group: 'contact',
  title: { de: 'Deutsche Postleitzahl', en: 'German postal code' },
  hint: {
    de: 'Fünf Ziffern. Für andere Länder gibt es das Schlüsselwort postalCode.',
    en: 'Five digits. For other countries there is the keyword postalCode.',
  },
  source: 'Deutsche Post, Postleitzahlensystem',
  valid: ['80331', '01067', '99998'],
  invalid: ['8033', '803311', '00123', '8033a', 'D-80331'],
};
