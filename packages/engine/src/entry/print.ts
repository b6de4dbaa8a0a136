import type { JsonValue } from '@schalter/definition';
import type { EntryField } from './field.ts';
import { fractionDigits, printNumber } from './number.ts';
import { printPhone } from './phone-numbers.ts';
import { printDate, printDateTime, printTime, printYearMonth } from './print-date.ts';
import { currencyOf, groupingOf, printWithUnit } from './unit.ts';
import { wordsOf } from './words.ts';

/** Prints an answer as `readEntry` reads it: without unit, a text that could not be read as it was typed. */
export function printEntry(field: EntryField, value: JsonValue, language: string): string {
  return print(field, value, language, 'entry');
}

/** Prints an answer for reading: with its unit, money in the currency's form. */
export function printForReading(field: EntryField, value: JsonValue, language: string): string {
  return print(field, value, language, 'reading');
}

function print(field: EntryField, value: JsonValue, language: string, use: 'entry' | 'reading'): string {
  switch (typeof value) {
    case 'number':
      if (field.unit !== undefined && use === 'reading') return printWithUnit(value, field.unit, language);
      return printAmount(field, value, language);
    case 'boolean':
      return wordsOf(language)[value ? 1 : 0];
    case 'string':
      return printText(field, value, language, use);
    default:
      return value === null ? '' : printOther(field, value, language, use);
  }
}

function printText({ format }: EntryField, value: string, language: string, use: 'entry' | 'reading'): string {
  switch (format) {
    case 'date':
      return printDate(value, language);
    case 'year-month':
      return printYearMonth(value, language, use);
    case 'time':
      return printTime(value, language);
    case 'date-time':
      return printDateTime(value, language);
    case 'iban':
      return /^[A-Z0-9]+$/.test(value) ? value.replace(/(.{4})(?=.)/g, '$1 ') : value;
    case 'phone':
      return printPhone(value);
    default:
      return value;
  }
}

function printOther(field: EntryField, value: JsonValue, language: string, use: 'entry' | 'reading'): string {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => print(field, entry, language, use)).join(', ');
  // A file is known by its name.
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? name : JSON.stringify(value);
}

function printAmount(field: EntryField, value: number, language: string): string {
  const currency = currencyOf(field.unit);
  if (!currency) return printNumber(value, language, groupingOf(value));
  const digits = fractionDigits(currency.code);
  if (!currency.minor) return printNumber(value, language, { minimumFractionDigits: digits });
  return printNumber(value / 10 ** digits, language, { minimumFractionDigits: digits });
}
