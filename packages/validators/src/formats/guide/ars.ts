import { isArs } from '../ars.ts';
import type { Format } from '../format.ts';

export const ars: Format = {
  name: 'ars',
  test: isArs,
  group: 'place',
  title: { de: 'Amtlicher Regionalschlüssel', en: 'Regional key of a German municipality' },
  hint: {
    de: 'Zwölf Ziffern: der Gemeindeschlüssel mit dem Gemeindeverband in der Mitte.',
    en: 'Twelve digits: the key of the municipality with its association in the middle.',
  },
  source: 'Statistische Ämter, Gemeindeverzeichnis (GV-ISys)',
  valid: ['091620000000', '010010000000', '160775051055'],
  invalid: ['09162000000', '0916200000000', '170010000000', '09162000000a'],
};
