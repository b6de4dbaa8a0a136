import type { BlockDefinition } from '../form.generated.ts';

/** A bank account, for refunds and direct debits. */
export const bankAccount: BlockDefinition = {
  id: 'bank-account',
  version: '1',
  language: 'de',
  schema: {
    type: 'object',
    title: 'Bankverbindung',
    properties: {
      kontoinhaber: {
        type: 'string',
        title: 'Kontoinhaberin oder Kontoinhaber',
        format: 'din91379-c',
        maxLength: 120,
        autocomplete: 'name',
        messages: { required: 'Geben Sie an, wem das Konto gehört.' },
      },
      iban: {
        type: 'string',
        title: 'IBAN',
        description: 'Steht auf Ihrer Bankkarte und auf Kontoauszügen.',
        format: 'iban',
        messages: { required: 'Geben Sie die IBAN an.' },
      },
      bic: {
        type: 'string',
        title: 'BIC',
        description: 'Nur für Konten außerhalb der EU und des EWR nötig.',
        format: 'bic',
        messages: { required: 'Geben Sie die BIC an.' },
      },
    },
    required: ['kontoinhaber', 'iban'],
  },
  locales: {
    en: {
      '#title': { text: 'Bank account' },
      '/kontoinhaber#title': { text: 'Account holder' },
      '/kontoinhaber#message:required': { text: 'Enter who holds the account.' },
      '/iban#title': { text: 'IBAN' },
      '/iban#description': { text: 'You find it on your bank card and on statements.' },
      '/iban#message:required': { text: 'Enter the IBAN.' },
      '/bic#title': { text: 'BIC' },
      '/bic#description': { text: 'Needed only for accounts outside the EU and the EEA.' },
      '/bic#message:required': { text: 'Enter the BIC.' },
    },
  },
};
