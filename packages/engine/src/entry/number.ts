import { numberFormat } from './locale.ts';

/** As many decimals as a number has: what is printed is read as the same number. */
const allDecimals = 20;

/** A number as the language writes it, all decimals kept unless options say otherwise. */
export function printNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(language, { maximumFractionDigits: allDecimals, ...options }).format(value);
}

/** Digits after the decimal mark of a currency: two for euro, none for yen, three for the dinar of Kuwait. */
export function fractionDigits(currency: string): number {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // No code that `Intl` takes: texts never break for it.
    return 2;
  }
}
