import type { Format } from '../format.ts';
import { isIdCardDe } from '../id-card-de.ts';

export const idCardDe: Format = {
  name: 'id-card-de',
  test: isIdCardDe,
  group: 'person',
  title: { de: 'Nummer des Personalausweises', en: 'German identity card number' },
  hint: {
    de: 'Neun Zeichen wie oben rechts auf dem Ausweis, oder zehn mit der Prüfziffer von der Rückseite. Vorläufige Ausweise haben andere Nummern.',
    en: 'Nine characters as at the top right of the card, or ten with the check digit from its back. Provisional cards have other numbers.',
  },
  source: '§ 5 (8) PAuswG; BSI TR-03127; ICAO Doc 9303-5',
  valid: ['L01X00T47', 'L01X00T471', 'l01x00t471', 'LZ6311T475', 'T220001293'],
  invalid: ['L01X00T472', 'L01X00T4', 'L01X00T4711', 'C01X00T478', 'L01XO0T47', '101X00T47', 'L01X00A47'],
};
