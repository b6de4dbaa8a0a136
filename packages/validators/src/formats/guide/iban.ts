import type { Format } from '../format.ts';
import { isIban } from '../iban.ts';

export const iban: Format = {
  name: 'iban',
  test: isIban,
  group: 'bank',
  title: { de: 'IBAN', en: 'IBAN' },
  hint: {
    de: 'Alle Länder des Registers, mit Aufbau und Prüfziffern. Leerzeichen und kleine Buchstaben stören nicht.',
    en: 'All countries of the registry, with structure and check digits. Blanks and small letters are fine.',
  },
  source: 'ISO 13616-1:2020; SWIFT IBAN registry, release 99',
  valid: [
    'DE89370400440532013000',
    'DE89 3704 0044 0532 0130 00',
    'de89370400440532013000',
    'AT611904300234573201',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
    'GB29NWBK60161331926819',
    'RU0304452522540817810538091310419',
    'FR1420041010050500013M02606',
    'BE68539007547034',
  ],
  invalid: [
    'DE88370400440532013000',
    'DE8937040044053201300',
    'DE893704004405320130000',
    'XX89370400440532013000',
    'DE',
    '89370400440532013000',
    'DE89-3704-0044-0532-0130-00',
    'DE8937040044053201300O',
    'GB82123412345698765432',
    'DE98370400440532013000',
  ],
};
