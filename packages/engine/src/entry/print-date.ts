import { parseDate } from '../expression/calendar.ts';
import { dateFormat } from './locale.ts';

/*
 * What cannot be printed so that it is read again (half typed, years before 1000, times with an offset) is printed as it
 * stands.
 */

const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `01.02.2026` */
export function printDate(value: string, language: string): string {
  return parseDate(value) ? print(value, `${value}T00:00:00Z`, language, day) : value;
}

/** For reading `November 2026`, for entry `11/2026`. */
export function printYearMonth(value: string, language: string, use: 'reading' | 'entry'): string {
  if (!parseDate(`${value}-01`)) return value;
  const month = use === 'entry' ? '2-digit' : 'long';
  return print(value, `${value}-01T00:00:00Z`, language, { month, year: 'numeric' });
}

/** `09:05` */
export function printTime(value: string, language: string): string {
  return isTime(value) ? print(value, `2026-01-01T${value}Z`, language, timeOptions(value)) : value;
}

/** `01.02.2026, 09:05` */
export function printDateTime(value: string, language: string): string {
  const [date = '', time = ''] = value.split('T');
  if (!parseDate(date) || !isTime(time)) return value;
  return print(value, `${value}Z`, language, { ...day, ...timeOptions(time) });
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);
}

function timeOptions(time: string): Intl.DateTimeFormatOptions {
  return time.length > 5 ? { ...minute, second: '2-digit' } : minute;
}

function print(value: string, instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
  if (value.startsWith('0') && 'year' in options) return value;
  return dateFormat(language, options).format(new Date(instant));
}
