import { isCalendarDate, parseDate } from '../expression/calendar.ts';
import { plainText } from './plain.ts';

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
  if (date) return { day: String(date.day), month: String(date.month), year: value.slice(0, 4) };
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
  return isoDate(plainText(year ?? ''), plainText(month ?? ''), plainText(day ?? '')) ?? `${year}-${month}-${day}`;
}

/** The parts of an answer that `joinMonth` made, without a leading zero. */
export function splitMonth(value: unknown): Omit<DateParts, 'day'> {
  if (typeof value !== 'string') return { month: '', year: '' };
  const dash = value.indexOf('-');
  if (dash < 0) return { month: '', year: value };
  const month = value.slice(dash + 1);
  return { month: /^0\d$/.test(month) ? month.slice(1) : month, year: value.slice(0, dash) };
}

/** Year and month as `2026-11`; joined as typed while they name no month: the format reports that. */
export function joinMonth(parts: Omit<DateParts, 'day'>): string | null {
  const [year, month] = [parts.year.trim(), parts.month.trim()];
  if (!year && !month) return null;
  return isoDate(plainText(year), plainText(month), '1')?.slice(0, 7) ?? `${year}-${month}`;
}

/** The ISO date that four digits of a year and one or two of month and day name. */
export function isoDate(year: string, month: string, day: string): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
