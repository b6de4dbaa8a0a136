import type { Format } from '../format.ts';
import { isPassportDe } from '../passport-de.ts';

export const passportDe: Format = {
  name: 'passport-de',
  test: isPassportDe,
  group: 'person',
  title: { de: 'Nummer des Reisepasses', en: 'German passport number' },
  hint: {
    de: 'Neun Zeichen wie oben rechts im Pass, oder zehn mit der Prüfziffer aus der maschinenlesbaren Zeile.',
    en: 'Nine characters as at the top right of the passport, or ten with the check digit from the lines that machines read.',
  },
  source: '§ 4 PassG, annex 11 PassV; ICAO Doc 9303-4',
  valid: ['C01X00T47', 'C01X00T478', 'c01x0006h1'],
  invalid: ['C01X00T477', 'L01X00T471', 'C01X00T4', 'C01X00T4788', 'COIX00T47'],
};
