import { describe, expect, test } from 'vitest';
import { printEntry, printForReading, printUnit, readEntry } from '../index.ts';

const number = { type: 'number', control: 'number' };
const integer = { type: 'integer', control: 'number' };
const money = (unit: string) => ({ type: 'integer', control: 'money', unit });

describe('numbers', () => {
  test.each<[string, string, number | string | null]>([
    ['de', '1.234,50', 1234.5],
    ['de', '1234,5', 1234.5],
    ['de', ' 1 234,5 ', 1234.5],
    ['de', '1\u202f234\u202f567', 1234567],
    ['de', "1'234", 1234],
    ['de', '-3', -3],
    ['de', '−3', -3],
    ['de', '– 3', -3],
    ['de', '+3', 3],
    ['de', '0', 0],
    ['de', '-0', 0],
    ['de', ',5', 0.5],
    ['de', '007', 7],
    ['de-x-leicht', '1.234,5', 1234.5],
    ['en', '1,234.50', 1234.5],
    ['en', '1234.5', 1234.5],
    ['tr', '1.234,5', 1234.5],
    ['uk', '1 234,5', 1234.5],
    ['uk', '1\u00a0234,5', 1234.5],
    ['fr', '1\u202f234,5', 1234.5],
    ['de-CH', '1’234.5', 1234.5],
    ['de-CH', "1'234.5", 1234.5],
    ['hi', '12,34,567.5', 1234567.5],
    // Digits and marks of other scripts mean the same in every language.
    ['ar', '1,234.5', 1234.5],
    ['ar', '١٬٢٣٤٫٥', 1234.5],
    ['ar-EG', '\u061c-١٢٫٥', -12.5],
    ['fa', '\u200e−۱٬۲۳۴٫۵', -1234.5],
    ['de', '۱۲٫۵', 12.5],
    ['de', '１２', 12],
    ['de', '', null],
    // What could mean two things is not guessed.
    ['de', '1.5', '1.5'],
    ['de', '0.123', '0.123'],
    ['de', '1,234.5', '1,234.5'],
    ['de', '1,2,3', '1,2,3'],
    ['de', '1 2', '1 2'],
    ['de', '1.234 567', '1.234 567'],
    ['de', '1,', '1,'],
    ['de', ',', ','],
    ['de', '12.34.567', '12.34.567'],
    ['de', '1,5 5', '1,5 5'],
    ['en', '1,5', '1,5'],
    ['de-CH', '1,5', '1,5'],
    ['de', 'zwölf', 'zwölf'],
    ['de', '--1', '--1'],
    ['de', '1e5', '1e5'],
    ['de', '12 kg', '12 kg'],
    ['de', '99999999999999999999', '99999999999999999999'],
  ])('%s: %j is %j', (language, typed, value) => {
    expect(readEntry(number, typed, language)).toBe(value);
  });

  test('whole numbers up to four digits have no mark: they may be a year', () => {
    expect(printEntry(integer, 2026, 'de')).toBe('2026');
    expect(printEntry(integer, 12345, 'de')).toBe('12.345');
  });
});

describe('money', () => {
  test.each<[string, string, string, number | string]>([
    ['de', 'EUR-cent', '1.234,50', 123450],
    ['de', 'EUR-cent', '1.234,5', 123450],
    ['de', 'EUR-cent', '12', 1200],
    ['de', 'EUR-cent', '12,5 €', 1250],
    ['de', 'EUR-cent', '12,50€', 1250],
    ['de', 'EUR-cent', '€ 12,50', 1250],
    ['de', 'EUR-cent', '-€ 12', -1200],
    ['de', 'EUR-cent', '€ -12', -1200],
    ['de', 'EUR-cent', '12,50 EUR', 1250],
    ['de', 'EUR-cent', '12 euro', 1200],
    ['de', 'EUR-cent', '12,-', 1200],
    ['de', 'EUR-cent', '12,– €', 1200],
    ['de', 'EUR-cent', '0,29', 29],
    ['en', 'EUR-cent', '€1,234.50', 123450],
    ['de-AT', 'EUR-cent', '1.234,50', 123450],
    ['de-AT', 'EUR-cent', '1 234,50', 123450],
    ['de-CH', 'CHF-cent', 'CHF 1’234.50', 123450],
    ['de-CH', 'CHF-cent', '12.–', 1200],
    ['tr', 'TRY-cent', '₺1.234,50', 123450],
    ['de', 'JPY-cent', '1.234', 1234],
    ['de', 'KWD-cent', '1,234', 1234],
    ['ar', 'KWD-cent', '12.5 د.ك.', 12500],
    ['de', 'EUR', '12,50 €', 12.5],
    // Thousands or decimals, another currency, fractions of a cent: not for us to decide.
    ['de', 'EUR-cent', '12,345', '12,345'],
    ['de', 'EUR-cent', '12,500', '12,500'],
    ['de', 'EUR-cent', '12 $', '12 $'],
    ['de', 'EUR-cent', '12 USD', '12 USD'],
    ['de', 'JPY-cent', '12,5', '12,5'],
    ['de', 'EUR-cent', '€', '€'],
    ['de', 'EUR-cent', '999999999999999', '999999999999999'],
  ])('%s, %s: %j is %j', (language, unit, typed, value) => {
    expect(readEntry(money(unit), typed, language)).toBe(value);
  });

  test('is printed with its currency for reading, without it for entry', () => {
    expect(printEntry(money('EUR-cent'), 123450, 'de')).toBe('1.234,50');
    expect(printEntry(money('EUR-cent'), 123450, 'en')).toBe('1,234.50');
    expect(printForReading(money('EUR-cent'), 123450, 'de')).toBe('1.234,50\u00a0€');
    expect(printForReading(money('JPY-cent'), 1234, 'de')).toBe('1.234\u00a0¥');
    expect(printForReading(money('KWD-cent'), 1234, 'de')).toBe('1,234\u00a0KWD');
    expect(printForReading(money('CHF-cent'), 123450, 'de-CH')).toMatch(/^CHF\u00a01['’]234\.50$/);
  });
});

describe('units', () => {
  test.each<[string, string, string, number | string]>([
    ['de', 'kg', '12 kg', 12],
    ['de', 'kg', '12KG', 12],
    ['de', 'm2', '12,5 m²', 12.5],
    ['de', 'm2', '12,5 m2', 12.5],
    ['de', '%', '12 %', 12],
    ['tr', '%', '%12', 12],
    ['ar-EG', '%', '١٢٪', 12],
    ['de', 'd', '1 Tag', 1],
    ['de', 'd', '3 Tage', 3],
    ['uk', 'd', '5 днів', 5],
    ['de', 'Cel', '-3 °C', -3],
    ['de', 'Hunde', '3 Hunde', 3],
    ['de', 'kg', '12 g', '12 g'],
    ['de', 'kg', 'kg', 'kg'],
    // A unit that looks like a number is none of it.
    ['de', '0', '10', 10],
  ])('%s, %s: %j is %j', (language, unit, typed, value) => {
    expect(readEntry({ ...number, unit }, typed, language)).toBe(value);
  });

  test.each<[string, string, number, string]>([
    ['de', 'kg', 12.5, '12,5\u00a0kg'],
    ['de', 'm2', 1234, '1234\u00a0m²'],
    ['de', 'm3/h', 3, '3\u00a0m³/h'],
    ['de', 'd', 1, '1\u00a0Tag'],
    ['de', 'd', 5, '5\u00a0Tage'],
    ['en', 'a', 2, '2\u00a0years'],
    ['uk', 'd', 5, '5\u00a0днів'],
    ['de', '%', 12.5, '12,5\u00a0%'],
    ['tr', '%', 12.5, '%12,5'],
    ['de', 'Hunde', 3, '3\u00a0Hunde'],
    ['de', 'constructor', 3, '3\u00a0constructor'],
  ])('%s, %s: %j reads %j', (language, unit, value, text) => {
    expect(printForReading({ ...number, unit }, value, language)).toBe(text);
  });

  test('are printed by themselves beside an input', () => {
    expect(printUnit('EUR-cent', 'de')).toBe('€');
    expect(printUnit('CHF', 'de-CH')).toBe('CHF');
    expect(printUnit('m2', 'de')).toBe('m²');
    expect(printUnit('d', 'de')).toBe('Tage');
    expect(printUnit('%', 'tr')).toBe('%');
    expect(printUnit('Hunde', 'de')).toBe('Hunde');
  });
});
