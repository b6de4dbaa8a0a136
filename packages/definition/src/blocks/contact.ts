import type { BlockDefinition } from '../form.generated.ts';

/** How to reach the applicant: e-mail, and a phone number for questions. */
export const contact: BlockDefinition = {
  id: 'contact',
  version: '1',
  language: 'de',
  schema: {
    type: 'object',
    title: 'Kontakt',
    properties: {
      email: {
        type: 'string',
        title: 'E-Mail-Adresse',
        description: 'Zum Beispiel name@example.org.',
        format: 'email',
        maxLength: 254,
        autocomplete: 'email',
        messages: { required: 'Geben Sie eine E-Mail-Adresse an.' },
      },
      telefon: {
        type: 'string',
        title: 'Telefonnummer',
        description: 'Für Rückfragen, mit Vorwahl.',
        format: 'phone',
        maxLength: 30,
        autocomplete: 'tel',
        messages: { required: 'Geben Sie eine Telefonnummer an.' },
      },
    },
    required: ['email'],
  },
  locales: {
    en: {
      '#title': { text: 'Contact details' },
      '/email#title': { text: 'Email address' },
      '/email#description': { text: 'For example name@example.org.' },
      '/email#message:required': { text: 'Enter an email address.' },
      '/telefon#title': { text: 'Phone number' },
      '/telefon#description': { text: 'For questions, with area code.' },
      '/telefon#message:required': { text: 'Enter a phone number.' },
    },
  },
};
