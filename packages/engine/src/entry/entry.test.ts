import schema from '@schalter/definition/form.schema.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntryField, printEntry, printForReading, readEntry } from '../index.ts';
import { codes, digits } from './read.ts';

const text = { type: 'string', control: 'text' };
const number = { type: 'number', control: 'number' };

describe('texts', () => {
  test.each<[string, string, string]>([
    ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['iban', 'DE89-3704-0044-0532-0130-00', 'DE89370400440532013000'],
    ['bic', 'cobadeff xxx', 'COBADEFFXXX'],
    ['microchip', '276 098 106 234 567', '276098106234567'],
    ['postal-code-de', '80 331', '80331'],
    ['postal-code-de', '٨٠٣٣١', '80331'],
    ['postal-code-de', 'D-80331', 'D-80331'],
    ['vat-id', 'de 136 695 976', 'DE136695976'],
    ['tax-id-de', '86 095 742 719', '86095742719'],
    ['id-card-de', 'l01x00t47', 'L01X00T47'],
    ['vat-id', 'ATU*1', 'ATU*1'],
    ['email', ' erika@example.org ', 'erika@example.org'],
  ])('%s: %j is %j', (format, typed, value) => {
    expect(readEntry({ ...text, format }, typed, 'de')).toBe(value);
  });

  test('formats that are read without blanks are formats of the language', () => {
    const known: readonly string[] = schema.$defs.FieldSchema.properties.format.enum;
    expect(known).toEqual(expect.arrayContaining([...codes, ...digits]));
  });

  test('an IBAN is printed in groups', () => {
    expect(printEntry({ ...text, format: 'iban' }, 'DE89370400440532013000', 'de')).toBe('DE89 3704 0044 0532 0130 00');
  });

  test('what could not be read is printed as it was typed', () => {
    expect(printEntry(number, 'zwölf', 'de')).toBe('zwölf');
  });
});

test.each([
  ['de-x-leicht', 'Ja', 'Nein'],
  ['tr', 'Evet', 'Hayır'],
  ['uk', 'Так', 'Ні'],
  ['ar', 'نعم', 'لا'],
  // Without words of its own a language has English ones.
  ['fr', 'Yes', 'No'],
  ['constructor', 'Yes', 'No'],
])('yes and no in %s are %s and %s', (language, yes, no) => {
  const field: EntryField = { type: 'boolean', control: 'yes-no' };
  expect([true, false].map((value) => printForReading(field, value, language))).toEqual([yes, no]);
  expect(readEntry(field, yes.toLowerCase(), language)).toBe(true);
});

const languages = [
  'de',
  'de-x-leicht',
  'en',
  'tr',
  'uk',
  'ar',
  'de-CH',
  'fr',
  'ar-EG',
  'fa',
  'de-AT',
  'fr-CH',
  'sv',
  'hi',
  'pl',
  'kein Tag',
];

const decimals = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4 + 0);
const whole = fc.integer({ min: -1e12, max: 1e12 }).map((value) => value + 0);
const day = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const kinds: Readonly<Record<string, readonly [EntryField, fc.Arbitrary<string | number | boolean>]>> = {
  number: [number, decimals],
  'very small number': [
    number,
    fc.double({ min: -1, max: 1, noNaN: true }).map((value) => Number(value.toFixed(15)) + 0),
  ],
  integer: [{ type: 'integer', control: 'number' }, whole],
  'with a unit': [{ ...number, unit: 'kg' }, decimals],
  percent: [{ ...number, unit: '%' }, decimals],
  'euro cents': [{ type: 'integer', control: 'money', unit: 'EUR-cent' }, whole],
  yen: [{ type: 'integer', control: 'money', unit: 'JPY-cent' }, whole],
  'fils of Kuwait': [{ type: 'integer', control: 'money', unit: 'KWD-cent' }, whole],
  euros: [{ ...number, control: 'money', unit: 'EUR' }, decimals],
  'yes or no': [{ type: 'boolean', control: 'yes-no' }, fc.boolean()],
  date: [{ ...text, format: 'date' }, day.map((iso) => iso.slice(0, 10))],
  'date before 1000': [{ ...text, format: 'date' }, fc.constantFrom('0001-01-01', '0999-12-31')],
  month: [{ ...text, format: 'year-month' }, day.map((iso) => iso.slice(0, 7))],
  time: [{ ...text, format: 'time' }, day.map((iso) => iso.slice(11, 16))],
  'time with seconds': [{ ...text, format: 'time' }, day.map((iso) => iso.slice(11, 19))],
  'date and time': [{ ...text, format: 'date-time' }, day.map((iso) => iso.slice(0, 16))],
  iban: [{ ...text, format: 'iban' }, fc.stringMatching(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/)],
  microchip: [{ ...text, format: 'microchip' }, fc.stringMatching(/^\d{15}$/)],
  text: [text, fc.constantFrom('Erika Mustermann', '12', '1.2.2026')],
};

describe.each(Object.entries(kinds))('%s', (_, [field, values]) => {
  test('is read as it is printed, in every language', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...languages), (value, language) => {
        expect(readEntry(field, printEntry(field, value, language), language)).toBe(value);
      }),
    );
  });

  test('nothing that is typed breaks the reading, and what cannot be read stays', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[-−+ .,'’:/\dT€%kgJanFebUhrpm٣۴\u200f\u202f]{0,12}$/),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...languages), (entered, language) => {
        const answer = readEntry(field, entered, language);
        if (field.type !== 'string' && typeof answer === 'string') {
          expect(answer).toBe(entered.trim().normalize('NFC').trim());
        }
        // Reading is finished after one go: what is printed of an answer is that answer.
        expect(readEntry(field, printEntry(field, answer, language), language)).toEqual(answer);
      }),
    );
  });
});
