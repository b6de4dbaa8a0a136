import { isEmail } from '../email.ts';
import type { Format } from '../format.ts';

export const email: Format = {
  name: 'email',
  test: isEmail,
  group: 'contact',
  title: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  hint: {
    de: 'Die Domain darf Umlaute haben, was vor dem @ steht, nicht: solche Adressen nehmen nur wenige Postfächer an.',
    en: 'The domain may be international; what stands before the @ may not: few servers take such addresses.',
  },
  source: 'RFC 5321 (4.1.2, 4.5.3.1), RFC 5890',
  valid: [
    'erika@example.org',
    'e.mustermann+hund@stadt.example',
    "o'neill@example.org",
    'info@müller.example',
    'a@xn--mller-kva.example',
    'x@1und1.example',
    'E@EXAMPLE.ORG',
  ],
  invalid: [
    'erika',
    'erika@',
    '@example.org',
    'erika@example',
    'erika@@example.org',
    'erika@example..org',
    '.erika@example.org',
    'erika.@example.org',
    'e rika@example.org',
    'erika@example.org.',
    'erika@-example.org',
    'erika@127.0.0.1',
    'erika@1.2',
    '"e"@example.org',
    'é@example.org',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org',
    'a@üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.example',
    'Erika <erika@example.org>',
  ],
};
