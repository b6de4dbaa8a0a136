import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinDate, joinMonth, printEntry, printForReading, readEntry, splitDate, splitMonth } from '../index.ts';

const text = { type: 'string', control: 'text' };
const date = { ...text, format: 'date' };
const month = { ...text, format: 'year-month' };
const time = { ...text, format: 'time' };
const dateTime = { ...text, format: 'date-time' };

describe('dates', () => {
  test.each<[string, string, string]>([
    ['de', '01.02.2026', '2026-02-01'],
    ['de', '1.2.26', '2026-02-01'],
    ['de', '1. 2. 1956', '1956-02-01'],
    ['de', '1.2.56', '1956-02-01'],
    ['de', '2026-2-1', '2026-02-01'],
    ['de', '2026/02/01', '2026-02-01'],
    ['de', '1. Februar 2026', '2026-02-01'],
    ['de', '1. feb. 2026', '2026-02-01'],
    ['de', '3. März 26', '2026-03-03'],
    ['de-CH', '1.2.2026', '2026-02-01'],
    ['en', '1/2/2026', '2026-02-01'],
    ['en', '1 February 2026', '2026-02-01'],
    ['en', 'Feb 1, 2026', '2026-02-01'],
    ['fr', '1 févr. 2026', '2026-02-01'],
    ['tr', '1 Şubat 2026', '2026-02-01'],
    ['uk', '1 лютого 2026 р.', '2026-02-01'],
    ['uk', '1 лютий 2026', '2026-02-01'],
    ['ar', '01\u200f/02\u200f/2026', '2026-02-01'],
    ['ar', '١ فبراير ٢٠٢٦', '2026-02-01'],
    ['sv', '2026-02-01', '2026-02-01'],
    ['de', '31.02.2026', '31.02.2026'],
    ['de', '1.2.', '1.2.'],
    ['de', '1.2.2026.3', '1.2.2026.3'],
    ['de', '1. Mai Juni 2026', '1. Mai Juni 2026'],
    ['de', '1. Maisels 2026', '1. Maisels 2026'],
    ['en', '12/31/2026', '12/31/2026'],
    ['sv', '1/2/2026', '1/2/2026'],
    ['de', 'heute', 'heute'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(date, typed, language)).toBe(value);
  });

  test('are printed as their language does, by the calendar of the forms', () => {
    expect(printEntry(date, '2026-02-01', 'de')).toBe('01.02.2026');
    expect(printEntry(date, '2026-02-01', 'en')).toBe('01/02/2026');
    expect(printForReading(date, '2026-02-01', 'fa')).toBe('۲۰۲۶/۰۲/۰۱');
    expect(printEntry(date, '0999-02-01', 'de')).toBe('0999-02-01');
    expect(printEntry(date, '31.02.2026', 'en')).toBe('31.02.2026');
  });

  test.each<[string, string, string, string | null]>([
    ['1', '2', '2026', '2026-02-01'],
    ['01', ' 2 ', '2026', '2026-02-01'],
    ['١', '٢', '٢٠٢٦', '2026-02-01'],
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
    expect(splitDate('0999-02-01')).toEqual({ day: '1', month: '2', year: '0999' });
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

describe('months', () => {
  test.each<[string, string, string]>([
    ['de', '11/2026', '2026-11'],
    ['de', '11.2026', '2026-11'],
    ['de', '2026-11', '2026-11'],
    ['de', 'Nov 2026', '2026-11'],
    ['de', 'November 2026', '2026-11'],
    ['en', 'nov 2026', '2026-11'],
    ['fr', 'novembre 2026', '2026-11'],
    ['tr', 'Kasım 2026', '2026-11'],
    ['uk', 'листопад 2026 р.', '2026-11'],
    ['ar', 'نوفمبر ٢٠٢٦', '2026-11'],
    ['de', '13/2026', '13/2026'],
    ['de', '11/26', '11/26'],
    ['de', 'Nov 26', 'Nov 26'],
    ['de', '1. November 2026', '1. November 2026'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(month, typed, language)).toBe(value);
  });

  test.each<[string, string, string | null]>([
    ['3', '2026', '2026-03'],
    ['٣', '٢٠٢٦', '2026-03'],
    ['', '', null],
    ['3', '', '-3'],
    ['13', '2026', '2026-13'],
    ['3', '26', '26-3'],
  ])('in two parts: %s, %s are %j', (month, year, value) => {
    expect(joinMonth({ month, year })).toBe(value);
    expect(joinMonth(splitMonth(value))).toBe(value);
  });

  test('are printed in words for reading', () => {
    expect(printForReading(month, '2026-11', 'de')).toBe('November 2026');
    expect(printEntry(month, '2026-11', 'de')).toBe('11/2026');
  });
});

describe('times', () => {
  test.each<[string, string, string]>([
    ['de', '12:30', '12:30'],
    ['de', '12.30', '12:30'],
    ['de', '9:05', '09:05'],
    ['de', '12:30 Uhr', '12:30'],
    ['de', '12 Uhr', '12:00'],
    ['de', '9 uhr 05', '09:05'],
    ['de', '12:30:15', '12:30:15'],
    ['en', '9:05 pm', '21:05'],
    ['en', '12 a.m.', '00:00'],
    ['en', '12.30 p. m.', '12:30'],
    ['fr', '12h30', '12:30'],
    ['fr', '12 h', '12:00'],
    ['tr', 'ÖS 9:05', '21:05'],
    ['ar', '٩:٠٥ م', '21:05'],
    ['de', '12', '12'],
    ['de', '25:00', '25:00'],
    ['de', '12:60', '12:60'],
    ['en', '13 pm', '13 pm'],
    ['de', '1230', '1230'],
    ['de', 'mittags', 'mittags'],
    // With an offset it is a time already.
    ['de', '09:30:00+01:00', '09:30:00+01:00'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(time, typed, language)).toBe(value);
  });
});

describe('days with a time', () => {
  test.each<[string, string, string]>([
    ['de', '1.2.2026 9:05', '2026-02-01T09:05'],
    ['de', '01.02.2026, 12:30 Uhr', '2026-02-01T12:30'],
    ['de', '1. Februar 2026 um 9.05 Uhr', '2026-02-01T09:05'],
    ['de', '1. 2. 26 12 Uhr', '2026-02-01T12:00'],
    ['de', '2026-02-01T09:05', '2026-02-01T09:05'],
    ['en', '1 February 2026 at 9:05 pm', '2026-02-01T21:05'],
    ['ar', '01\u200f/02\u200f/2026، 09:05', '2026-02-01T09:05'],
    ['de', '1.2.2026', '1.2.2026'],
    ['de', '1.2.2026 12', '1.2.2026 12'],
    ['de', '31.2.2026 12:00', '31.2.2026 12:00'],
    ['de', '2026-02-01T09:05:00Z', '2026-02-01T09:05:00Z'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(dateTime, typed, language)).toBe(value);
  });

  test('are printed in one line', () => {
    expect(printForReading(dateTime, '2026-02-01T09:05', 'de')).toBe('01.02.2026, 09:05');
    expect(printEntry(dateTime, '2026-02-01T09:05:00Z', 'de')).toBe('2026-02-01T09:05:00Z');
  });
});
