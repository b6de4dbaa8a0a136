import { dayNumber, parseDate, weekdayOf } from '../expression/calendar.ts';
import type { HolidaySource } from '../expression/tree.ts';

/** A source of public holidays from their dates by region and year; `undefined` where nothing is known. */
export function holidaySource(dates: (region: string, year: number) => readonly string[] | undefined): HolidaySource {
  const workingDays: HolidaySource['workingDays'] = (from, to, region) => {
    const start = parseDate(from);
    const end = parseDate(to);
    if (!start || !end) return undefined;
    const [first, last] = [start, end].map(dayNumber).sort((a, b) => a - b) as [number, number];
    let count = weekdaysUntil(last) - weekdaysUntil(first);
    for (let year = Math.min(start.year, end.year); year <= Math.max(start.year, end.year); year++) {
      const free = dates(region, year);
      if (!free) return undefined;
      for (const day of new Set(free)) {
        const date = parseDate(day);
        const number = date && dayNumber(date);
        if (number !== undefined && number > first && number <= last && weekdayOf(number) <= 5) count--;
      }
    }
    return dayNumber(end) < dayNumber(start) ? 0 - count : count;
  };
  return Object.assign((region: string, year: number) => dates(region, year), { workingDays });
}

/** Days from Monday to Friday since a fixed Monday, that day included. */
function weekdaysUntil(number: number): number {
  // 1969-12-29 was a Monday.
  const days = number + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}
