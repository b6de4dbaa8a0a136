import type { Format } from '../format.ts';
import { isTaxNumberDe } from '../tax-number-de.ts';

export const taxNumberDe: Format = {
  name: 'tax-number-de',
  test: isTaxNumberDe,
  group: 'organisation',
  title: { de: 'Steuernummer', en: 'German tax number' },
  hint: {
    de: 'Wie auf dem Steuerbescheid, in der Schreibweise jedes Landes oder mit 13 Ziffern (ELSTER). Ohne Prüfziffer, denn jedes Land hat eigene Regeln.',
    en: "As on the tax assessment, in any state's notation or with 13 digits (ELSTER). Check digits are not tested: every state has rules of its own.",
  },
  source: 'ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer"',
  valid: [
    '181/815/08155',
    '93815/08152',
    '21/815/08150',
    '2181508150',
    '133/8150/8159',
    '012 345 67890',
    '2866081508156',
    '9181081508155',
    '5133081508159',
  ],
  invalid: [
    '181/815/0815',
    '181-815-08155',
    '181/815/081555',
    '1234567890123',
    '2866181508156',
    'ABC/815/08155',
    '1/2/34567890',
  ],
};
