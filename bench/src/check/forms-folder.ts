import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldSchema, FormCase, FormDefinition, LocaleTexts } from '@schalter/definition';

/** Fields of each form, and how many of them a page asks. */
const fields = 60;
const pageSize = 6;

/** The kinds of fields that a page asks, in this order: the first decides about the others. */
const kinds: readonly ((index: number, form: number) => Pick<FieldSchema, 'type'> & Partial<FieldSchema>)[] = [
  (_, form) => ({
    type: 'string',
    oneOf: [
      { const: 'ja', title: 'Ja, schon lange' },
      { const: 'nein', title: 'Nein, noch nie' },
      { const: `seit-${form % 40}`, title: `Seit ${form % 40} Jahren` },
    ],
  }),
  () => ({ type: 'string', maxLength: 60, format: 'din91379-b' }),
  (_, form) => ({ type: 'integer', minimum: 0, maximum: 1000 + form, unit: 'EUR' }),
  () => ({ type: 'string', format: 'date', description: 'Zum Beispiel 31 3 1980.' }),
  () => ({ type: 'boolean' }),
  (_, form) => ({
    type: 'string',
    description: 'Zwei Buchstaben und einige Ziffern.',
    pattern: `^(?:[A-Z]{2}[0-9]{1,${4 + (form % 5)}})$`,
    messages: { pattern: 'Geben Sie zwei Buchstaben und einige Ziffern an.' },
  }),
];

/** A folder with forms as cities have them: conditions, formats, patterns, a translation, two cases each. */
export function writeForms(folder: string, count: number): void {
  for (let form = 0; form < count; form++) {
    const id = `formular-${form}`;
    const { definition, english } = formOf(id, form);
    const answers = Object.fromEntries(starts.map((index) => [`feld${index}`, 'nein']));
    const cases: FormCase[] = [
      { name: 'Nichts davon', today: '2026-11-23', answers, expect: { problems: [] } },
      { name: 'Leer', today: '2026-11-23', answers: {}, expect: { problems: starts.map(missing) } },
    ];
    write(join(folder, id, 'form.json'), definition);
    write(join(folder, id, 'locales', 'en.json'), english);
    for (const [index, one] of cases.entries()) write(join(folder, id, 'cases', `${index}.json`), one);
  }
}

/** Fields that begin a page. */
const starts = Array.from({ length: fields / pageSize }, (_, page) => page * pageSize);

function missing(index: number) {
  return { at: `/feld${index}`, code: 'required' };
}

function formOf(id: string, form: number): { definition: FormDefinition; english: LocaleTexts } {
  const properties: Record<string, FieldSchema> = {};
  const english: Record<string, { text: string }> = {
    'form#title': { text: `Form ${form}` },
    'form#summary': { text: 'It takes about **10 minutes**.' },
    'step:pruefen#title': { text: 'Check your answers' },
  };
  for (let index = 0; index < fields; index++) {
    const place = index % pageSize;
    const first = index - place;
    const kind = kinds[place]?.(index, form) ?? { type: 'string' };
    const when =
      place === 0 ? {} : { when: `feld${first} == 'ja'${place > 3 ? ` && feld${first + 2} > ${index}` : ''}` };
    properties[`feld${index}`] = { ...kind, title: `Wie ist es mit Punkt ${index} von ${form}?`, ...when };
    const key = `/feld${index}`;
    english[`${key}#title`] = { text: `How about item ${index} of ${form}?` };
    if (kind.description) english[`${key}#description`] = { text: 'For example like this.' };
    if (kind.messages) english[`${key}#message:pattern`] = { text: 'Enter two letters and some digits.' };
    for (const { const: value } of kind.oneOf ?? []) english[`${key}#option:${value}`] = { text: `Answer ${value}` };
  }
  const steps = starts.map((first, page) => {
    english[`step:seite${page}#title`] = { text: `Page ${page}` };
    return {
      id: `seite${page}`,
      title: `Seite ${page}`,
      fields: Array.from({ length: pageSize }, (_, place) => `/feld${first + place}`),
    };
  });
  return {
    definition: {
      $schema: 'https://schalter.dev/form/v1.json',
      id,
      version: '1.0.0',
      language: 'de',
      title: `Formular ${form}`,
      summary: 'Das dauert etwa **10 Minuten**.',
      data: { type: 'object', properties, required: starts.map((index) => `feld${index}`) },
      steps: [...steps, { id: 'pruefen', kind: 'summary', title: 'Angaben prüfen' }],
      services: { amt: { kind: 'delivery', receiver: 'amt' } },
      retention: { draftDays: 30, deliveredDays: 90 },
    },
    english,
  };
}

function write(file: string, content: object): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
