import type { GuideText } from '../formats/format.ts';

/** What authors are told about a keyword that JSON Schema does not have. */
export interface KeywordGuide {
  readonly name: string;
  /** Code of the problem; its text stands under it in the locales. */
  readonly code: string;
  readonly title: GuideText;
  readonly hint: GuideText;
  /** A field that uses it. */
  readonly example: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/** The keywords of the form language that constrain an answer and that JSON Schema does not have. */
export const keywordGuides: readonly KeywordGuide[] = [
  {
    name: 'notBefore',
    code: 'notBefore',
    title: { de: 'Frühestes Datum', en: 'First date allowed' },
    hint: {
      de: 'Ein Datum oder ein Ausdruck wie today(), addDays(today(), 14) oder self.beginn. Heute ist der Tag der Sitzung, nicht der Uhr des Geräts.',
      en: 'A date, or an expression such as today(), addDays(today(), 14) or self.beginn. Today is the day of the session, not of the device.',
    },
    example: { type: 'string', format: 'date', title: 'Beginn', notBefore: 'today()' },
    source: 'docs/expressions.md',
  },
  {
    name: 'notAfter',
    code: 'notAfter',
    title: { de: 'Spätestes Datum', en: 'Last date allowed' },
    hint: {
      de: 'Wie notBefore. Für ein Mindestalter: addYears(today(), -18).',
      en: 'As notBefore. For a minimum age: addYears(today(), -18).',
    },
    example: { type: 'string', format: 'date', title: 'Geburtsdatum', notAfter: 'today()' },
    source: 'docs/expressions.md',
  },
  {
    name: 'postalCode',
    code: 'postalCode',
    title: { de: 'Postleitzahl eines Landes', en: 'Postal code of a country' },
    hint: {
      de: 'Das Land steht fest (ISO 3166-1). Wird es erst gefragt: ein Feld je Land mit when, oder jeden Text annehmen.',
      en: 'The country is fixed (ISO 3166-1). Where people choose it: one field per country with when, or take any text.',
    },
    example: { type: 'string', title: 'Postleitzahl', postalCode: 'AT' },
    source: 'Universal Postal Union, Postal addressing systems',
  },
  {
    name: 'maxWords',
    code: 'maxWords',
    title: { de: 'Höchste Zahl der Wörter', en: 'Most words' },
    hint: {
      de: 'Wörter sind, was zwischen Leerraum steht; das Feld zählt herunter. Markdown-Zeichen zählen nicht.',
      en: 'Words are what stands between white space; the field counts down. Marks of Markdown do not count.',
    },
    example: { type: 'string', title: 'Begründung', maxWords: 300 },
    source: 'docs/form-language.md',
  },
  {
    name: 'accept',
    code: 'accept',
    title: { de: 'Art der Datei', en: 'Kind of file' },
    hint: {
      de: 'Medientypen (application/pdf, image/*) oder Endungen (.pdf). Geprüft werden Name und Typ, die der Browser nennt, nicht der Inhalt.',
      en: 'Media types (application/pdf, image/*) or endings (.pdf). Name and type as the browser gives them are tested, not the content.',
    },
    example: { $ref: 'block:file', title: 'Nachweis', accept: ['application/pdf', '.jpg'] },
    source: 'HTML, attribute accept of file inputs; RFC 6838',
  },
  {
    name: 'maxBytes',
    code: 'too-large',
    title: { de: 'Größe der Datei', en: 'Size of a file' },
    hint: {
      de: 'Höchste Größe einer einzelnen Datei in Bytes; 10000000 sind 10 MB. Wie viele Dateien: maxItems der Liste.',
      en: 'The largest size of one file in bytes; 10000000 are 10 MB. How many files: maxItems of the list.',
    },
    example: { $ref: 'block:file', title: 'Nachweis', maxBytes: 10000000 },
    source: 'docs/form-language.md',
  },
];
