import type { Format } from '../format.ts';
import { isMicrochip } from '../microchip.ts';

export const microchip: Format = {
  name: 'microchip',
  test: isMicrochip,
  group: 'thing',
  title: { de: 'Chipnummer eines Tiers', en: 'Microchip number of an animal' },
  hint: {
    de: 'Hat 15 Ziffern; Nummern aus Deutschland beginnen mit 276.',
    en: 'It has 15 digits; those of Germany begin with 276.',
  },
  source: 'ISO 11784:1996/Amd 2; ISO 3166-1 numeric; ICAR',
  valid: ['276098102345678', '276 098 102 345 678', '900108001234567', '276274877906943'],
  invalid: [
    '27609810234567',
    '2760981023456789',
    '27609810234567a',
    '276-098102345678',
    '276098102345678 ',
    '000098102345678',
    '999098102345678',
    '276274877906944',
  ],
};
