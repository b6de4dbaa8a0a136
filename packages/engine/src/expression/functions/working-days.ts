import { dayNumber, parseDate, weekdayOf } from '../calendar.ts';
import type { ProfileFunction } from './function.ts';

/**
 * Days from Monday to Friday that are no public holiday in the region, after `from` up to and including `to`; negative
 * when `to` lies before `from`. Unknown where the holiday source has nothing for the region or a year.
 */
export const workingDays: ProfileFunction = {
  run([from, to, region], { holidays }) {
    const start = parseDate(from);
    const end = parseDate(to);
    if (!start || !end || typeof region !== 'string' || !holidays) return undefined;
    const [first, last] = [start, end].map(dayNumber).sort((a, b) => a - b) as [number, number];
    let count = weekdaysUntil(last) - weekdaysUntil(first);
    for (let year = Math.min(start.year, end.year); year <= Math.max(start.year, end.year); year++) {
      const free = holidays(region, year);
      if (!free) return undefined;
      for (const day of new Set(free)) {
        const date = parseDate(day);
        const number = date && dayNumber(date);
        if (number !== undefined && number > first && number <= last && weekdayOf(number) <= 5) count--;
      }
    }
    return dayNumber(end) < dayNumber(start) ? 0 - count : count;
  },
};

/** Days from Monday to Friday since a fixed Monday, that day included. */
function weekdaysUntil(number: number): number {
  // 1969-12-29 was a Monday.
  const days = number + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}
