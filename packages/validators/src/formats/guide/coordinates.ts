import { isCoordinates } from '../coordinates.ts';
import type { Format } from '../format.ts';

export const coordinates: Format = {
  name: 'coordinates',
  test: isCoordinates,
  group: 'place',
  title: { de: 'Koordinaten', en: 'Coordinates' },
  hint: {
    de: 'Breite und Länge in Dezimalgrad (WGS 84), mit Komma getrennt. Für Menschen ist eine Karte oder Adresse meist leichter.',
    en: 'Latitude and longitude in decimal degrees (WGS 84), parted by a comma. A map or an address is mostly easier for people.',
  },
  source: 'RFC 5870 (without its scheme)',
  valid: ['48.13715, 11.57612', '48.13715,11.57612', '-33.9,18.4', '90,-180', '+48.1, +11.5'],
  invalid: ['48,13715, 11,57612', '91,0', '0,181', '48.13715', '48.13715 11.57612', 'N48, E11', '48.,11.'],
};
