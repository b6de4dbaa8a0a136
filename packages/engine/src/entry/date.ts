import { isCalendarDate, parseDate } from '../expression/calendar.ts';
import { conventionsOf, dateFormat } from './locale.ts';

/** A date in three parts, each as typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/**
 * The parts of an answer that `joinDate` made: of an ISO date without leading zeros (`2026-02-01` is 1, 2, 2026), of an
 * unfinished one as they were typed.
 */
export function splitDate(value: unknown): DateParts {
  if (typeof value !== 'string') return { day: '', month: '', year: '' };
  const date = parseDate(value);
  if (date) return { day: String(date.day), month: String(date.month), year: String(date.year) };
  const [year = '', month = '', ...day] = value.split('-');
  return { day: day.join('-'), month, year };
}

/**
 * An ISO date, if the parts name one; the parts joined as `year-month-day` while they do not (`-2-1`: a problem of the
 * format says so); `null` when all are empty. Years have four digits.
 */
export function joinDate(parts: DateParts): string | null {
  const [year, month, day] = [parts.year, parts.month, parts.day].map((part) => part.trim());
  if (!year && !month && !day) return null;
  return isoDate(year ?? '', month ?? '', day ?? '') ?? `${year}-${month}-${day}`;
}

function isoDate(year: string, month: string, day: string): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Reads a date in one line: `01.02.2026`, `1.2.26`, `1/2/2026`, `2026-02-01`. Two digits of a year mean the hundred
 * years around today's: 1930 to 2029.
 */
export function readDate(text: string, language: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(trimmed)) {
    const [year = '', month = '', day = ''] = trimmed.split('-');
    return isoDate(year, month, day);
  }
  const numbers = trimmed.split(/\s*[./\-\s]\s*/).filter((part) => part !== '');
  if (numbers.length !== 3) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, name] of conventionsOf(language).order.entries()) parts[name] = numbers[index] ?? '';
  return isoDate(fullYear(parts.year ?? ''), parts.month ?? '', parts.day ?? '');
}

function fullYear(year: string): string {
  return /^\d\d$/.test(year) ? `${Number(year) < 30 ? '20' : '19'}${year}` : year;
}

/** `11/2026`, `11.2026`, `2026-11`. */
export function readYearMonth(text: string): string | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})$/.exec(trimmed);
  const written = /^(\d{1,2})\s*[./\-\s]\s*(\d{4})$/.exec(trimmed);
  const [year = '', month = ''] = iso ? [iso[1], iso[2]] : [written?.[2], written?.[1]];
  return isoDate(year, month, '1')?.slice(0, 7);
}

/** `9:05`, `9.05`, `12:30 Uhr`. */
export function readTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(?:\s*Uhr)?$/.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** `01.02.2026`; what is no date as it stands. */
export function printDate(value: string, language: string): string {
  if (!parseDate(value)) return value;
  const { locale } = conventionsOf(language);
  return dateFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(`${value}T00:00:00Z`),
  );
}

/** For reading `November 2026`, for entry `11/2026`. */
export function printYearMonth(value: string, language: string, use: 'reading' | 'entry'): string {
  if (!parseDate(`${value}-01`)) return value;
  if (use === 'entry') return `${value.slice(5)}/${value.slice(0, 4)}`;
  const { locale } = conventionsOf(language);
  return dateFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(`${value}-01T00:00:00Z`));
}
