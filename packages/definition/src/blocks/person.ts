import type { BlockDefinition } from '../form.generated.ts';

/** A natural person: names and date of birth. */
export const person: BlockDefinition = {
  id: 'person',
  version: '1',
  language: 'de',
  schema: {
    type: 'object',
    title: 'Person',
    properties: {
      vorname: {
        type: 'string',
        title: 'Vorname',
        description: 'Alle Vornamen, wie sie in Ihrem Ausweis stehen.',
        format: 'din91379-a',
        maxLength: 120,
        autocomplete: 'given-name',
        messages: { required: 'Geben Sie den Vornamen an.' },
      },
      nachname: {
        type: 'string',
        title: 'Nachname',
        format: 'din91379-a',
        maxLength: 120,
        autocomplete: 'family-name',
        messages: { required: 'Geben Sie den Nachnamen an.' },
      },
      geburtsdatum: {
        type: 'string',
        title: 'Geburtsdatum',
        description: 'Zum Beispiel 31 3 1980.',
        format: 'date',
        control: 'memorable-date',
        autocomplete: 'bday',
        messages: { required: 'Geben Sie das Geburtsdatum an.' },
      },
    },
    required: ['vorname', 'nachname', 'geburtsdatum'],
    checks: [
      {
        id: 'geburtsdatum',
        assert: 'self.geburtsdatum <= today()',
        at: 'geburtsdatum',
        message: 'Das Geburtsdatum liegt in der Zukunft.',
      },
    ],
  },
  locales: {
    en: {
      '#title': { text: 'Person' },
      '/vorname#title': { text: 'First name' },
      '/vorname#description': { text: 'All first names as they stand in your identity document.' },
      '/vorname#message:required': { text: 'Enter the first name.' },
      '/nachname#title': { text: 'Last name' },
      '/nachname#message:required': { text: 'Enter the last name.' },
      '/geburtsdatum#title': { text: 'Date of birth' },
      '/geburtsdatum#description': { text: 'For example 31 3 1980.' },
      '/geburtsdatum#message:required': { text: 'Enter the date of birth.' },
      '#check:geburtsdatum': { text: 'The date of birth is in the future.' },
    },
  },
};
