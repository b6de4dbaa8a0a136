import type { Format } from '../format.ts';
import { isPhone } from '../phone.ts';

export const phone: Format = {
  name: 'phone',
  test: isPhone,
  group: 'contact',
  title: { de: 'Telefonnummer', en: 'Phone number' },
  hint: {
    de: 'Mit oder ohne Landesvorwahl, in jeder üblichen Schreibweise. Ob es die Nummer gibt, wird nicht geprüft.',
    en: 'With or without country code, in any usual notation. Whether the number exists is not looked up.',
  },
  source: 'ITU-T E.164 and E.123, DIN 5008',
  valid: ['+49 89 233-00', '(089) 23300', '089/233 00', '110', '+4915112345678', '0049 89 233.00'],
  invalid: ['89', 'null acht neun', '+49 89 233 00 ext 5', '089+23300', '1234567890123456', '--', '()'],
};
