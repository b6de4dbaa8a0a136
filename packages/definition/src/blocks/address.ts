import type { BlockDefinition } from '../form.generated.ts';

/** A postal address in Germany. */
export const address: BlockDefinition = {
  id: 'address',
  version: '1',
  language: 'de',
  schema: {
    type: 'object',
    title: 'Anschrift',
    properties: {
      strasse: {
        type: 'string',
        title: 'Straße',
        format: 'din91379-b',
        maxLength: 55,
        autocomplete: 'address-line1',
        messages: { required: 'Geben Sie die Straße an.' },
      },
      hausnummer: {
        type: 'string',
        title: 'Hausnummer',
        description: 'Mit Buchstaben, zum Beispiel 12 a.',
        format: 'din91379-b',
        maxLength: 20,
        messages: { required: 'Geben Sie die Hausnummer an.' },
      },
      zusatz: {
        type: 'string',
        title: 'Adresszusatz',
        description: 'Zum Beispiel Hinterhaus oder der Name am Briefkasten.',
        format: 'din91379-b',
        maxLength: 55,
        autocomplete: 'address-line2',
      },
      plz: {
        type: 'string',
        title: 'Postleitzahl',
        format: 'postal-code-de',
        maxLength: 5,
        autocomplete: 'postal-code',
        messages: { required: 'Geben Sie die Postleitzahl an.', format: 'Die Postleitzahl hat fünf Ziffern.' },
      },
      ort: {
        type: 'string',
        title: 'Ort',
        format: 'din91379-b',
        maxLength: 55,
        autocomplete: 'address-level2',
        messages: { required: 'Geben Sie den Ort an.' },
      },
    },
    required: ['strasse', 'hausnummer', 'plz', 'ort'],
  },
  locales: {
    en: {
      '#title': { text: 'Address' },
      '/strasse#title': { text: 'Street' },
      '/strasse#message:required': { text: 'Enter the street.' },
      '/hausnummer#title': { text: 'House number' },
      '/hausnummer#description': { text: 'With letters, for example 12 a.' },
      '/hausnummer#message:required': { text: 'Enter the house number.' },
      '/zusatz#title': { text: 'Address supplement' },
      '/zusatz#description': { text: 'For example rear building, or the name on the letter box.' },
      '/plz#title': { text: 'Postal code' },
      '/plz#message:required': { text: 'Enter the postal code.' },
      '/plz#message:format': { text: 'The postal code has five digits.' },
      '/ort#title': { text: 'Town or city' },
      '/ort#message:required': { text: 'Enter the town or city.' },
    },
  },
};
