import type { BlockDefinition } from '../form.generated.ts';

/** A company, association or authority. */
export const organisation: BlockDefinition = {
  id: 'organisation',
  version: '1',
  language: 'de',
  schema: {
    type: 'object',
    title: 'Organisation',
    properties: {
      name: {
        type: 'string',
        title: 'Name der Organisation',
        description: 'Mit Rechtsform, zum Beispiel Beispiel GmbH.',
        format: 'din91379-c',
        maxLength: 200,
        autocomplete: 'organization',
        messages: { required: 'Geben Sie den Namen der Organisation an.' },
      },
      register: {
        type: 'string',
        title: 'Registernummer',
        description: 'Gericht und Nummer im Handels-, Vereins- oder Genossenschaftsregister.',
        format: 'din91379-c',
        maxLength: 100,
        messages: { required: 'Geben Sie die Registernummer an.' },
      },
    },
    required: ['name'],
  },
  locales: {
    en: {
      '#title': { text: 'Organisation' },
      '/name#title': { text: 'Name of the organisation' },
      '/name#description': { text: 'With its legal form, for example Beispiel GmbH.' },
      '/name#message:required': { text: 'Enter the name of the organisation.' },
      '/register#title': { text: 'Registration number' },
      '/register#description': {
        text: 'Court and number in the register of companies, associations or cooperatives.',
      },
      '/register#message:required': { text: 'Enter the registration number.' },
    },
  },
};
