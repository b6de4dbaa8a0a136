import type { JsonValue } from '@schalter/definition';
import { normaliseText } from '../run/normalise.ts';
import { printDate, printYearMonth, readDate, readTime, readYearMonth } from './date.ts';
import { fractionDigits, printNumber, readNumber } from './number.ts';
import { wordsOf } from './words.ts';

/** What reading and printing need to know of a field; field views and leaves of a program both fit. */
export interface EntryField {
  readonly type: string;
  readonly control: string;
  readonly format?: string;
  readonly unit?: string;
}

/**
 * Reads what was typed into a field's input.
 * @returns the answer; `null` for nothing; the text itself where it cannot be read, so that it stays and is reported
 */
export function readEntry(field: EntryField, text: string, language: string): JsonValue {
  const trimmed = normaliseText(text);
  if (trimmed === null) return null;
  if (field.type === 'integer' || field.type === 'number') return readAmount(field, trimmed, language) ?? trimmed;
  if (field.type === 'boolean') return trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed;
  if (field.type !== 'string') return trimmed;
  switch (field.format) {
    case 'date':
      return readDate(trimmed, language) ?? trimmed;
    case 'year-month':
      return readYearMonth(trimmed) ?? trimmed;
    case 'time':
      return readTime(trimmed) ?? trimmed;
    case 'iban':
    case 'bic':
      return trimmed.replace(/\s+/g, '').toUpperCase();
    case 'microchip':
    case 'postal-code-de':
      return /^[\d\s]+$/.test(trimmed) ? trimmed.replace(/\s+/g, '') : trimmed;
    default:
      return trimmed;
  }
}

/** Prints an answer as `readEntry` reads it: without unit, a text that could not be read as it was typed. */
export function printEntry(field: EntryField, value: JsonValue, language: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return printAmount(field, value, language);
  if (typeof value === 'boolean') return wordsOf(language)[value ? 'yes' : 'no'];
  if (typeof value !== 'string') return printOther(field, value, language);
  switch (field.format) {
    case 'date':
      return printDate(value, language);
    case 'year-month':
      return printYearMonth(value, language, 'entry');
    case 'iban':
      return value.replace(/(.{4})(?=.)/g, '$1 ');
    default:
      return value;
  }
}

function printOther(field: EntryField, value: JsonValue, language: string): string {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => printEntry(field, entry, language)).join(', ');
  // A file is known by its name.
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? name : JSON.stringify(value);
}

/** The currency of a unit (`EUR`, `EUR-cent`) and whether answers count its minor unit. */
export function currencyOf(unit: string | undefined): { readonly code: string; readonly minor: boolean } | undefined {
  const [, code, minor] = /^([A-Z]{3})(-cent)?$/.exec(unit ?? '') ?? [];
  return code === undefined ? undefined : { code, minor: minor !== undefined };
}

function readAmount(field: EntryField, text: string, language: string): number | undefined {
  const currency = currencyOf(field.unit);
  const bare = currency ? text.replace(/\s*(€|[A-Z]{3})$/, '') : text;
  const number = readNumber(bare, language);
  if (number === undefined || !currency?.minor) return number;
  const digits = fractionDigits(currency.code);
  const minor = Math.round(number * 10 ** digits);
  // More digits than the currency has: not for us to round.
  return Math.abs(minor / 10 ** digits - number) < 1e-9 ? minor : undefined;
}

function printAmount(field: EntryField, value: number, language: string): string {
  const currency = currencyOf(field.unit);
  if (!currency) {
    // A year or a house number is no amount: whole numbers up to four digits have no grouping mark.
    return printNumber(value, language, { useGrouping: Number.isInteger(value) ? 'min2' : true });
  }
  const digits = fractionDigits(currency.code);
  const amount = currency.minor ? value / 10 ** digits : value;
  return printNumber(amount, language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Prints an answer for reading: with its unit, money in the currency's form. */
export function printForReading(field: EntryField, value: JsonValue, language: string): string {
  if (typeof value === 'string' && field.format === 'year-month') return printYearMonth(value, language, 'reading');
  const text = printEntry(field, value, language);
  if (typeof value !== 'number' || field.unit === undefined) return text;
  const currency = currencyOf(field.unit);
  if (!currency) return `${text}\u00a0${field.unit}`;
  const digits = fractionDigits(currency.code);
  return printNumber(currency.minor ? value / 10 ** digits : value, language, {
    style: 'currency',
    currency: currency.code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
