import type { Format } from '../format.ts';
import { isLicencePlateDe } from '../licence-plate-de.ts';

export const licencePlateDe: Format = {
  name: 'licence-plate-de',
  test: isLicencePlateDe,
  group: 'thing',
  title: { de: 'Kfz-Kennzeichen', en: 'German licence plate' },
  hint: {
    de: 'Mit Unterscheidungszeichen, das es gibt; auch E-, H- und Saisonkennzeichen. Behörden, Diplomaten, rote und Kurzzeitkennzeichen haben andere Formen.',
    en: 'With a district that exists; electric, historic and seasonal plates too. Plates of authorities and diplomats, red and short-term plates have other forms.',
  },
  source: '§§ 9 to 11 FZV and annex 4; list of districts, July 2023',
  valid: ['M-AB 1234', 'TÖL-X 7H', 'm-ab1234', 'M AB 1', 'B-CD 12E', 'B-CD 12 04-10', 'HH-AB 123H 10/03', 'LÖB-AB 123'],
  invalid: [
    'XX-A 1',
    'MAB1234',
    'M-AB 0123',
    'M-ABC 123',
    'M-AB 12345',
    'M-ÄB 12',
    'LÖB-AB 1234',
    'LÖB-AB 123H',
    'B-CD 12 04-04',
    'B-CD 12 04-03',
    'B-CD 12 13-02',
    'BD-AB 1',
  ],
};
