import { conventionsOf, numberFormat } from './locale.ts';

const spaces = /[\s\u00a0\u202f'’]/g;

/**
 * Reads a number as people type it: `1.234,50` in German, `1,234.50` in English; spaces and apostrophes group in every
 * language. A grouping mark that does not stand before three digits is no grouping mark: in German `1.5` is refused
 * rather than read as 15, and so is `1,234.5`.
 * @returns `undefined` for what is no number
 */
export function readNumber(text: string, language: string): number | undefined {
  const { decimal, group } = conventionsOf(language);
  let digits = text.trim().replace(/^[−–]/, '-').replace(spaces, '');
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || fraction === '') return undefined;
  // Where a space groups, it is gone by now.
  const mark = group.replace(spaces, '') || '\u0000';
  if (whole.includes(mark) && !grouped(whole, mark)) return undefined;
  digits = whole.split(mark).join('');
  const plain = fraction === undefined ? digits : `${digits}.${fraction}`;
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain)) return undefined;
  const number = Number(plain) + 0;
  return Number.isFinite(number) ? number : undefined;
}

function grouped(whole: string, mark: string): boolean {
  const [first = '', ...rest] = whole.replace(/^[+-]/, '').split(mark);
  return /^\d{1,3}$/.test(first) && rest.every((digits) => /^\d{3}$/.test(digits));
}

/** Digits after the decimal mark of a currency: two for euro, none for yen. */
export function fractionDigits(currency: string): number {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export function printNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(conventionsOf(language).locale, { maximumFractionDigits: 15, ...options }).format(value);
}
