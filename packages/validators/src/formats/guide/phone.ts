import type { Format } from '../format.ts';
import { isPhone } from '../phone.ts';

export const phone: Format = {
  name: 'phone',
  test: isPhone,
  group: 'contact',
  title: { de: 'Telefonnummer', en: 'Phone number' },
  hint: {
    de: 'In jeder üblichen Schreibweise; vollständige Nummern werden als E.164 behalten (+498923300), Kurzwahlen wie getippt. Ob jemand den Anschluss hat, wird nicht geprüft.',
    en: 'In any usual notation; complete numbers are kept as E.164 (+498923300), short ones as typed. Whether somebody has the number is not looked up.',
  },
  source: 'ITU-T E.164 and E.123, DIN 5008',
  valid: ['+498923300', '+49 89 233-00', '(089) 23300', '089/233 00', '110', '+4915112345678', '0049 89 233.00'],
  invalid: ['89', 'null acht neun', '+49 89 233 00 ext 5', '089+23300', '1234567890123456', '--', '()'],
};
