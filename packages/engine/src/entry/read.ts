import type { JsonValue } from '@schalter/definition';
import { normaliseText } from '../run/normalise.ts';
import { affixesOf } from './affixes.ts';
import type { EntryField } from './field.ts';
import { fractionDigits } from './number.ts';
import { readPhone } from './phone-numbers.ts';
import { plainText } from './plain.ts';
import { readDate, readYearMonth } from './read-date.ts';
import { readDecimal, toNumber } from './read-number.ts';
import { readDateTime, readTime } from './read-time.ts';
import { currencyOf } from './unit.ts';
import { wordsOf } from './words.ts';

/**
 * Reads what was typed into a field's input. Never throws.
 * @returns the answer; `null` for nothing; the text itself where it cannot be read or could mean two things, so that it
 *   stays and is reported
 */
export function readEntry(field: EntryField, text: string, language: string): JsonValue {
  const typed = normaliseText(text);
  if (typed === null) return null;
  switch (field.type) {
    case 'integer':
    case 'number':
      return readAmount(field, typed, language) ?? typed;
    case 'boolean':
      return readYesNo(typed, language) ?? typed;
    case 'string':
      return readText(field, typed, language) ?? typed;
    default:
      return typed;
  }
}

function readText({ format }: EntryField, typed: string, language: string): string | undefined {
  switch (format) {
    case 'date':
      return readDate(typed, language);
    case 'year-month':
      return readYearMonth(typed, language);
    case 'time':
      return readTime(typed, language);
    case 'date-time':
      return readDateTime(typed, language);
    case 'phone':
      return readPhone(plainText(typed));
    default:
      return codes.has(format ?? '') ? readCode(typed) : digits.has(format ?? '') ? readDigits(typed) : undefined;
  }
}

/** Formats of letters and digits, and of digits alone, in which blanks do not count: filed without. */
export const codes: ReadonlySet<string> = new Set(
  'iban bic creditor-id vat-id social-security-number-de id-card-de passport-de'.split(' '),
);
export const digits: ReadonlySet<string> = new Set('postal-code-de microchip tax-id-de ags ars'.split(' '));

function readCode(typed: string): string | undefined {
  const compact = plainText(typed).replace(/[\s.\-–]+/g, '');
  return /^[A-Za-z0-9]+$/.test(compact) ? compact.toUpperCase() : undefined;
}

function readDigits(typed: string): string | undefined {
  const compact = plainText(typed).replace(/\s+/g, '');
  return /^\d+$/.test(compact) ? compact : undefined;
}

function readYesNo(typed: string, language: string): boolean | undefined {
  const [no, yes] = wordsOf(language);
  const word = typed.toLowerCase();
  if (word === 'true' || word === yes.toLowerCase()) return true;
  return word === 'false' || word === no.toLowerCase() ? false : undefined;
}

function readAmount({ unit }: EntryField, typed: string, language: string): number | undefined {
  const currency = currencyOf(unit);
  const decimal = readDecimal(typed, language, {
    currency: currency?.code,
    affixes: unit === undefined ? [] : affixesOf(unit, language),
  });
  if (!decimal || !currency?.minor) return decimal && toNumber(decimal);
  const digits = fractionDigits(currency.code);
  // More digits than the currency has are not for us to round: they may be thousands.
  if (decimal.fraction.length > digits) return undefined;
  const minor = toNumber({ ...decimal, whole: decimal.whole + decimal.fraction.padEnd(digits, '0'), fraction: '' });
  return Number.isSafeInteger(minor) ? minor : undefined;
}
