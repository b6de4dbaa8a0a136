import { isDin91379E } from '../din91379-e.ts';
import type { Format } from '../format.ts';

export const din91379E: Format = {
  name: 'din91379-e',
  test: isDin91379E,
  group: 'text',
  title: {
    de: 'Freier Text, alle Zeichen (DIN 91379, Datentyp E)',
    en: 'Free text, all characters (DIN 91379, data type E)',
  },
  hint: {
    de: 'Alle Zeichen der Norm: lateinisch, griechisch, kyrillisch (bulgarisch), mit Zeilenumbrüchen.',
    en: 'All characters of the standard: Latin, Greek, Cyrillic (Bulgarian), with line breaks.',
  },
  source: 'DIN 91379:2022-08, data type E',
  valid: ['ОАО «Компания»\nй', 'Εταιρεία™', 'ѝ'],
  invalid: ['محمد', '你好', '–', 'Ы', 'ʼ'],
};
