import { isDin91379D } from '../din91379-d.ts';
import type { Format } from '../format.ts';

export const din91379D: Format = {
  name: 'din91379-d',
  test: isDin91379D,
  group: 'text',
  title: {
    de: 'Name einer Organisation, auch griechisch (DIN 91379, Datentyp D)',
    en: 'Name of an organisation, Greek too (DIN 91379, data type D)',
  },
  hint: {
    de: 'Wie B, mit griechischen Buchstaben und weiteren Zeichen (™, „“).',
    en: 'As B, with Greek letters and further characters (™, „“).',
  },
  source: 'DIN 91379:2022-08, data type D',
  valid: ['Εταιρεία Α.Ε.', 'Product™ ∞ ≤ ₂', '„so“'],
  invalid: ['Невский', 'a\nb', '–', '👍'],
};
