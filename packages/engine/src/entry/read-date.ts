import { calendarWords, wordOf } from './calendar-words.ts';
import { isoDate } from './date-parts.ts';

/**
 * Reads a date in one line: `01.02.2026`, `1.2.26`, `1/2/2026`, `2026-02-01`, `1. Februar 2026`. Two digits of a year
 * mean the hundred years around today's: 1930 to 2029.
 */
export function readDate(text: string, language: string): string | undefined {
  const read = readParts(text, language);
  if (!read) return undefined;
  const { month, numbers } = read;
  const [first = '', second = '', third = ''] = numbers;
  const { order } = calendarWords(language);
  if (month !== undefined) {
    if (numbers.length !== 2) return undefined;
    const dayFirst = second.length === 4 || (first.length !== 4 && order.indexOf('day') < order.indexOf('year'));
    return dayFirst ? isoDate(fullYear(second), month, first) : isoDate(fullYear(first), month, second);
  }
  if (numbers.length !== 3) return undefined;
  if (first.length === 4) return isoDate(first, second, third);
  const parts: Record<string, string> = {};
  for (const [index, name] of order.entries()) parts[name] = numbers[index] ?? '';
  return isoDate(fullYear(parts.year ?? ''), parts.month ?? '', parts.day ?? '');
}

/** `11/2026`, `11.2026`, `2026-11`, `Nov 2026`. A year has four digits here: `11/26` could be a day as well. */
export function readYearMonth(text: string, language: string): string | undefined {
  const read = readParts(text, language);
  if (!read) return undefined;
  const [first = '', second = ''] = read.numbers;
  if (read.month !== undefined) return read.numbers.length === 1 ? isoMonth(first, read.month) : undefined;
  if (read.numbers.length !== 2) return undefined;
  return first.length === 4 ? isoMonth(first, second) : isoMonth(second, first);
}

function isoMonth(year: string, month: string): string | undefined {
  return isoDate(year, month, '1')?.slice(0, 7);
}

function fullYear(year: string): string {
  return /^\d\d$/.test(year) ? `${Number(year) < 30 ? '20' : '19'}${year}` : year;
}

/** The numbers of a date and its month, if that is written as a name; `undefined` where anything else stands. */
function readParts(
  text: string,
  language: string,
): { readonly numbers: readonly string[]; readonly month?: string } | undefined {
  const { fillers } = calendarWords(language);
  const { rest, month } = takeMonth(wordOf(text), language);
  const numbers = rest.split(/[\s./,،\-–−]+/).filter((token) => token !== '' && !fillers.has(token));
  if (!numbers.every((token) => /^\d{1,4}$/.test(token))) return undefined;
  return { numbers, ...(month === undefined ? {} : { month }) };
}

function takeMonth(text: string, language: string): { readonly rest: string; readonly month?: string } {
  if (!/\p{L}/u.test(text)) return { rest: text };
  for (const [name, month] of calendarWords(language).months) {
    const start = text.indexOf(name);
    if (start === -1) continue;
    const [before = '', after = ''] = [text.slice(0, start), text.slice(start + name.length)];
    if (/\p{L}$/u.test(before) || /^[\p{L}\p{M}]/u.test(after)) continue;
    return { rest: `${before} ${after}`, month: String(month) };
  }
  return { rest: text };
}
