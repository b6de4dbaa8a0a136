import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinDate, printEntry, printForReading, readEntry, splitDate } from '../index.ts';

const number = { type: 'number', control: 'number' };
const integer = { type: 'integer', control: 'number' };
const money = { type: 'integer', control: 'money', unit: 'EUR-cent' };
const date = { type: 'string', control: 'text', format: 'date' };
const text = { type: 'string', control: 'text' };

describe('numbers', () => {
  test.each<[string, string, number | string | null]>([
    ['de', '1.234,50', 1234.5],
    ['de', '1234,5', 1234.5],
    ['de', ' 1 234,5 ', 1234.5],
    ['de', '-3', -3],
    ['de', '−3', -3],
    ['de', '0', 0],
    ['en', '1,234.50', 1234.5],
    ['en', '1234.5', 1234.5],
    ['de', '', null],
    // What could mean two things is not guessed.
    ['de', '1.5', '1.5'],
    ['de', '1,234.5', '1,234.5'],
    ['de', '1,2,3', '1,2,3'],
    ['de', '1,', '1,'],
    ['de', '12.34.567', '12.34.567'],
    ['en', '1,5', '1,5'],
    ['de', 'zwölf', 'zwölf'],
    ['de', '1e5', '1e5'],
    ['de', '99999999999999999999', '99999999999999999999'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(number, typed, language)).toBe(value);
  });

  test('are read as they are printed, in every language', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4 + 0),
        fc.constantFrom('de', 'en', 'fr', 'tr', 'pl', 'de-x-leicht', 'kein Tag'),
        (value, language) => {
          expect(readEntry(number, printEntry(number, value, language), language)).toBe(value);
        },
      ),
    );
  });

  test('whole numbers up to four digits have no mark: they may be a year', () => {
    expect(printEntry(integer, 2026, 'de')).toBe('2026');
    expect(printEntry(integer, 12345, 'de')).toBe('12.345');
  });
});

describe('money', () => {
  test.each<[string, string, number | string]>([
    ['de', '1.234,50', 123450],
    ['de', '1234', 123400],
    ['de', '12,5 €', 1250],
    ['de', '12,50 EUR', 1250],
    ['en', '1,234.50', 123450],
    ['de', '0,29', 29],
    ['de', '12,345', '12,345'],
  ])('%s: %j is %j cents', (language, typed, value) => {
    expect(readEntry(money, typed, language)).toBe(value);
  });

  test('is printed with its currency for reading, without it for entry', () => {
    expect(printEntry(money, 123450, 'de')).toBe('1.234,50');
    expect(printEntry(money, 123450, 'en')).toBe('1,234.50');
    expect(printForReading(money, 123450, 'de')).toBe('1.234,50\u00a0€');
    expect(printForReading({ ...number, unit: 'kg' }, 12.5, 'de')).toBe('12,5\u00a0kg');
  });

  test('is read as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('de', 'en'), (cents, language) => {
        expect(readEntry(money, printEntry(money, cents, language), language)).toBe(cents);
      }),
    );
  });
});

describe('dates', () => {
  test.each<[string, string, string]>([
    ['de', '01.02.2026', '2026-02-01'],
    ['de', '1.2.26', '2026-02-01'],
    ['de', '1. 2. 1956', '1956-02-01'],
    ['de', '1.2.56', '1956-02-01'],
    ['de', '2026-2-1', '2026-02-01'],
    ['en', '1/2/2026', '2026-02-01'],
    ['de', '31.02.2026', '31.02.2026'],
    ['de', 'heute', 'heute'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(date, typed, language)).toBe(value);
  });

  test('are printed as their language does', () => {
    expect(printEntry(date, '2026-02-01', 'de')).toBe('01.02.2026');
    expect(printEntry(date, '2026-02-01', 'en')).toBe('01/02/2026');
    expect(printForReading({ ...text, format: 'year-month' }, '2026-11', 'de')).toBe('November 2026');
  });

  test.each<[string, string, string, string | null]>([
    ['1', '2', '2026', '2026-02-01'],
    ['01', ' 2 ', '2026', '2026-02-01'],
    ['', '', '', null],
    ['1', '2', '', '-2-1'],
    ['31', '2', '2026', '2026-2-31'],
    ['1', '2', '26', '26-2-1'],
    ['eins', 'Feb', '2026', '2026-Feb-eins'],
  ])('in three parts: %s, %s, %s are %j', (day, month, year, value) => {
    expect(joinDate({ day, month, year })).toBe(value);
  });

  test('parts come back as they were typed', () => {
    expect(splitDate('2026-02-01')).toEqual({ day: '1', month: '2', year: '2026' });
    expect(splitDate('-2-1')).toEqual({ day: '1', month: '2', year: '' });
    expect(splitDate(null)).toEqual({ day: '', month: '', year: '' });
    const part = fc.stringMatching(/^[^-\s]{0,4}$/);
    fc.assert(
      fc.property(part, part, part, (day, month, year) => {
        const joined = joinDate({ day, month, year });
        expect(joinDate(splitDate(joined))).toBe(joined);
      }),
    );
  });
});

describe('texts', () => {
  test.each<[string, string, string]>([
    ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['microchip', '276 098 106 234 567', '276098106234567'],
    ['postal-code-de', '80 331', '80331'],
    ['time', '9.05', '09:05'],
    ['time', '12:30 Uhr', '12:30'],
    ['time', '25:00', '25:00'],
    ['year-month', '11/2026', '2026-11'],
    ['year-month', '13/2026', '13/2026'],
  ])('%s: %j is %j', (format, typed, value) => {
    expect(readEntry({ ...text, format }, typed, 'de')).toBe(value);
  });

  test('an IBAN is printed in groups', () => {
    expect(printEntry({ ...text, format: 'iban' }, 'DE89370400440532013000', 'de')).toBe('DE89 3704 0044 0532 0130 00');
  });

  test('what could not be read is printed as it was typed', () => {
    expect(printEntry(number, 'zwölf', 'de')).toBe('zwölf');
    expect(printEntry(date, '31.02.2026', 'en')).toBe('31.02.2026');
  });
});
