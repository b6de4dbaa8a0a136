import { isDin91379C } from '../din91379-c.ts';
import type { Format } from '../format.ts';

export const din91379C: Format = {
  name: 'din91379-c',
  test: isDin91379C,
  group: 'text',
  title: { de: 'Freier Text (DIN 91379, Datentyp C)', en: 'Free text (DIN 91379, data type C)' },
  hint: {
    de: 'Alle normativen Zeichen, auch Zeilenumbrüche. Für Begründungen und Bemerkungen, wenn das Fachverfahren nur diese Zeichen kennt.',
    en: 'All normative characters, line breaks included. For reasons and remarks, where the receiving system knows only these.',
  },
  source: 'DIN 91379:2022-08, data type C',
  valid: ['Zeile 1\nZeile 2\tund ½ ¤', 'a\u00a0b', 'M̂ 3'],
  invalid: ['„so“', '…', 'Ω', 'Ж', '\u00ad', '\u200b'],
};
