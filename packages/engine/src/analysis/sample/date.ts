import { addMonths, dayNumber, formatDate, fromDayNumber, parseDate } from '../../expression/calendar.ts';

/** A date so many days later. */
export function daysLater(date: string, days: number): string | undefined {
  const from = parseDate(date);
  return from && formatDate(fromDayNumber(dayNumber(from) + days));
}

export function monthsLater(date: string, months: number): string | undefined {
  const from = parseDate(date);
  return from && formatDate(addMonths(from, months));
}

/** Days between two dates (these left out), nearest to `near` first where that lies there. */
export function datesBetween(above: string | undefined, below: string | undefined, near: string): string[] {
  const inside = (date: string | undefined): date is string =>
    date !== undefined && (above === undefined || date > above) && (below === undefined || date < below);
  const candidates = [
    near,
    above && daysLater(above, 1),
    below && daysLater(below, -1),
    above && monthsLater(above, 12),
    below && monthsLater(below, -12),
  ];
  return [...new Set(candidates.filter(inside))];
}

/**
 * Dates around a day that differences in years, months and days lead to: what `age`, `years`, `addYears` and the like
 * turn at.
 * @param numbers the constants of the expression
 */
export function datesAround(day: string, numbers: readonly number[]): string[] {
  const found = new Set<string>();
  const add = (date: string | undefined) => {
    if (date === undefined) return;
    for (const days of [0, -1, 1]) {
      const near = daysLater(date, days);
      if (near !== undefined) found.add(near);
    }
  };
  add(day);
  for (const number of numbers) {
    if (!Number.isInteger(number) || Math.abs(number) > 10_000) continue;
    for (const count of number === 0 ? [0] : [-number, number]) {
      add(monthsLater(day, count * 12));
      if (Math.abs(number) <= 1200) add(monthsLater(day, count));
      add(daysLater(day, count));
      // A year, a month more or less: before and after the limit for certain.
      add(monthsLater(day, (count + Math.sign(count)) * 12));
    }
  }
  return [...found];
}
