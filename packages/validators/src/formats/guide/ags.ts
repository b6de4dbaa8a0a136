import { isAgs } from '../ags.ts';
import type { Format } from '../format.ts';

export const ags: Format = {
  name: 'ags',
  test: isAgs,
  group: 'place',
  title: { de: 'Amtlicher Gemeindeschlüssel', en: 'Key of a German municipality' },
  hint: {
    de: 'Acht Ziffern. Ob es die Gemeinde gibt, sagt nur eine Liste: dafür gibt es options.',
    en: 'Eight digits. Whether the municipality exists only a list can tell: use options for that.',
  },
  source: 'Statistische Ämter, Gemeindeverzeichnis (GV-ISys)',
  valid: ['09162000', '01001000', '16077055'],
  invalid: ['9162000', '091620000', '17001000', '00162000', '0916200a', '09 162 000'],
};
