import { numberFormat } from './locale.ts';
import { fractionDigits, printNumber } from './number.ts';

/** The currency of a unit (`EUR`, `EUR-cent`) and whether answers count its minor unit. */
export function currencyOf(unit: string | undefined): { readonly code: string; readonly minor: boolean } | undefined {
  const [, code, minor] = /^([A-Z]{3})(-cent)?$/.exec(unit ?? '') ?? [];
  return code === undefined ? undefined : { code, minor: minor !== undefined };
}

/** UCUM codes whose names `Intl` knows. Sources: ucum.org; ECMA-402, table of sanctioned single unit identifiers. */
const measures: Readonly<Record<string, string>> = {
  '%': 'percent',
  mm: 'millimeter',
  cm: 'centimeter',
  m: 'meter',
  km: 'kilometer',
  har: 'hectare',
  l: 'liter',
  L: 'liter',
  ml: 'milliliter',
  mL: 'milliliter',
  g: 'gram',
  kg: 'kilogram',
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
  Cel: 'celsius',
  'm/s': 'meter-per-second',
  'km/h': 'kilometer-per-hour',
};

const times = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** How `Intl` writes numbers with a unit: times in words (`5 Tage`), others by their symbol; not every unit is known. */
export function measureOf(unit: string): Intl.NumberFormatOptions | undefined {
  const name = Object.hasOwn(measures, unit) ? measures[unit] : undefined;
  if (name === undefined) return undefined;
  return { style: 'unit', unit: name, unitDisplay: times.has(name) ? 'long' : 'short' };
}

/** `m²` for `m2`; what is no power of a length stays as it is. */
export function symbolOf(unit: string): string {
  return unit.replace(
    /\b([mck]?m)([23])\b/g,
    (_, length: string, power: string) => length + (power === '2' ? '²' : '³'),
  );
}

/** A unit by itself, as it stands beside an input: `€` for `EUR-cent`, `m²` for `m2`, `Tage` for `d`. */
export function printUnit(unit: string, language: string): string {
  const currency = currencyOf(unit);
  const options: Intl.NumberFormatOptions | undefined = currency
    ? { style: 'currency', currency: currency.code }
    : measureOf(unit);
  if (!options) return symbolOf(unit);
  const parts = numberFormat(language, options).formatToParts(0);
  return parts.find(({ type }) => type === 'currency' || type === 'unit' || type === 'percentSign')?.value ?? unit;
}

/** A number with its unit, as people read it. */
export function printWithUnit(value: number, unit: string, language: string): string {
  const currency = currencyOf(unit);
  if (currency) {
    const digits = fractionDigits(currency.code);
    return printNumber(currency.minor ? value / 10 ** digits : value, language, {
      style: 'currency',
      currency: currency.code,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  }
  const grouping = groupingOf(value);
  const measure = measureOf(unit);
  // Number and unit stay on one line.
  if (measure) return printNumber(value, language, { ...measure, ...grouping }).replaceAll(' ', '\u00a0');
  return `${printNumber(value, language, grouping)}\u00a0${symbolOf(unit)}`;
}

/** A year or a house number is no amount: whole numbers up to four digits have no grouping mark. */
export function groupingOf(value: number): Intl.NumberFormatOptions {
  return { useGrouping: Number.isInteger(value) ? 'min2' : true };
}
