import { isDate } from './date.ts';
import { isTime } from './time.ts';

/**
 * Day and time joined by `T`: `2026-02-01T09:30`; seconds and offset as in the format `time`.
 * Source: RFC 3339, date-time.
 */
export function isDateTime(text: string): boolean {
  return /^.{10}t/iu.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}
