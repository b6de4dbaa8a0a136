import { isDin91379B } from '../din91379-b.ts';
import type { Format } from '../format.ts';

export const din91379B: Format = {
  name: 'din91379-b',
  test: isDin91379B,
  group: 'text',
  title: { de: 'Anderer Name, Adresse (DIN 91379, Datentyp B)', en: 'Other name, address (DIN 91379, data type B)' },
  hint: {
    de: 'Wie A, mit Ziffern und üblichen Satzzeichen, in einer Zeile. Für Straßen, Orte, Firmen.',
    en: 'As A, with digits and common punctuation, on one line. For streets, places, companies.',
  },
  source: 'DIN 91379:2022-08, data type B',
  valid: ['Müller & Söhne GmbH', 'Straße 17/3 (Hof)', 'L̥̄ 100 €', '§ 21a', '®'],
  invalid: ['½', 'ACME™', 'a\nb', '–', 'Ω', 'a\u00a0b', 'k̆'],
};
