import { plainText } from './plain.ts';
import { type Separators, separatorsOf } from './separators.ts';

/** A number as it was written, digit by digit. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

export interface ReadingOptions {
  /** Amounts of money may be written in a way of their own. */
  readonly currency?: string | undefined;
  /** What may stand before or behind the number: its unit in all forms. */
  readonly affixes?: readonly string[];
}

/** More digits than a number holds are no number: they would be changed silently. */
const mostDigits = 15;
const mostDecimals = 20;

/**
 * Reads a number as people type it: `1.234,50` in German, `1,234.50` in English; spaces and apostrophes group in every
 * language. What could mean two things is not guessed: in German `1.5` is refused rather than read as 15 or as one and a
 * half, and so are `1,234.5`, `0.123` and `1 2`.
 * @returns `undefined` for what is no number
 */
export function readDecimal(
  text: string,
  language: string,
  { currency, affixes = [] }: ReadingOptions = {},
): Decimal | undefined {
  const [before, unsigned] = takeSign(plainText(text));
  const bare = withoutAffix(unsigned, affixes);
  // `€ -5` is written as well as `-€ 5`.
  const [after, rest] = before === undefined && bare !== unsigned ? takeSign(bare) : [undefined, bare];
  const digits = currency === undefined ? rest : rest.replace(/[.,]\s?(?:[-−–—]|--)$/, '');
  let found: Decimal | undefined;
  for (const separators of separatorsOf(language, currency)) {
    const read = readWith(separators, digits, (before ?? after) === '-');
    if (!read) continue;
    if (found && (found.whole !== read.whole || found.fraction !== read.fraction)) return undefined;
    found = read;
  }
  return found;
}

/** The number that was typed, or `undefined`. */
export function readNumber(text: string, language: string, options?: ReadingOptions): number | undefined {
  const decimal = readDecimal(text, language, options);
  return decimal && toNumber(decimal);
}

export function toNumber({ negative, whole, fraction }: Decimal): number {
  return Number(`${negative ? '-' : ''}${whole}.${fraction}`) + 0;
}

function takeSign(text: string): readonly ['+' | '-' | undefined, string] {
  const [, sign, rest = ''] = /^([+\-−–‒﹣-])\s*(.*)$/su.exec(text) ?? [];
  if (sign === undefined) return [undefined, text];
  return [sign === '+' ? '+' : '-', rest];
}

/** Takes a unit off one end. What could be part of the number there is no unit. */
function withoutAffix(text: string, affixes: readonly string[]): string {
  for (const affix of affixes) {
    const { length } = affix;
    if (length >= text.length) continue;
    const same = (part: string) => part.toLowerCase() === affix.toLowerCase();
    if (!/^[\d.,+-]/.test(affix) && same(text.slice(-length))) return text.slice(0, -length).trimEnd();
    if (!/[\d.,+-]$/.test(affix) && same(text.slice(0, length))) return text.slice(length).trimStart();
  }
  return text;
}

function readWith({ decimal, group, sizes }: Separators, text: string, negative: boolean): Decimal | undefined {
  const [written = '', fraction = '', ...more] = text.split(decimal);
  const ends = text.endsWith(decimal);
  if (more.length > 0 || ends || !/^\d*$/.test(fraction) || fraction.length > mostDecimals) return undefined;
  const whole = written === '' ? '0' : ungrouped(written, group, sizes);
  if (whole === undefined || whole.length > mostDigits || (written === '' && fraction === '')) return undefined;
  return { negative, whole: whole.replace(/^0+(?=\d)/, ''), fraction };
}

const spaces = /^[\s\u00a0\u2007\u2009\u202f]$/;
const apostrophes = /^['’ʼ‘`´]$/;

/** Digits of a whole number without the marks between its groups; `undefined` where these stand elsewhere. */
function ungrouped(text: string, group: string, [last, others]: Separators['sizes']): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const mark = /^\d+(\D)/.exec(text)?.[1];
  if (mark === undefined || !(mark === group || spaces.test(mark) || apostrophes.test(mark))) return undefined;
  const [first = '', ...rest] = text.split(mark);
  const end = rest.pop() ?? '';
  // Nobody writes 0.123 and means 123.
  const fits =
    /^[1-9]\d*$/.test(first) &&
    first.length <= others &&
    end.length === last &&
    rest.every(({ length }) => length === others) &&
    [end, ...rest].every((part) => /^\d+$/.test(part));
  return fits ? first + rest.join('') + end : undefined;
}
