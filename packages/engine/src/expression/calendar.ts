/** Dates of the Gregorian calendar as ISO texts, without a clock and without time zones. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

const millisecondsOfDay = 86_400_000;

export function daysInMonth(year: number, month: number): number {
  // The day before the first of the next month.
  return midnight(year, month + 1, 0).getUTCDate();
}

/** Midnight of a day, by the platform's calendar: `Date.UTC` takes years below 100 for others. */
function midnight(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** Whether year (1 to 9999), month and day are whole numbers that name a day. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The date of an ISO text (`2026-02-28`); `undefined` for everything else, impossible days included. */
export function parseDate(text: unknown): CalendarDate | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return isCalendarDate(year, month, day) ? { year, month, day } : undefined;
}

/** The ISO text; `undefined` beyond the years 1 to 9999. */
export function formatDate({ year, month, day }: CalendarDate): string | undefined {
  if (!(year >= 1 && year <= 9999)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return midnight(year, month, day).getTime() / millisecondsOfDay;
}

/** The inverse of `dayNumber`; what no calendar of the platform reaches has `NaN` for its parts. */
export function fromDayNumber(number: number): CalendarDate {
  const date = new Date(number * millisecondsOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Months later (or earlier), the day clipped to the end of its month: 31 January and one month is 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** Complete months from one date to another; negative when `to` lies before `from`. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  if (dayNumber(to) < dayNumber(from)) return 0 - monthsBetween(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return to.day < from.day ? months - 1 : months;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(number: number): number {
  return new Date(number * millisecondsOfDay).getUTCDay() || 7;
}
