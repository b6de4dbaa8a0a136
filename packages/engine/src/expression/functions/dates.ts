import {
  addMonths,
  type CalendarDate,
  dayNumber,
  formatDate,
  fromDayNumber,
  isCalendarDate,
  monthsBetween,
  parseDate,
  weekdayOf,
} from '../calendar.ts';
import type { Value } from '../tree.ts';
import type { ProfileFunction } from './function.ts';

/** Complete years, months or days between two dates. */
function between(count: (from: CalendarDate, to: CalendarDate) => number): ProfileFunction {
  return {
    run: ([from, to]) => countBetween(from, to, count),
  };
}

function countBetween(
  from: Value,
  to: Value,
  count: (from: CalendarDate, to: CalendarDate) => number,
): number | undefined {
  const start = parseDate(from);
  const end = parseDate(to);
  return start && end && count(start, end);
}

/** Moves a date by a whole number; unknown for fractions and beyond the years 1 to 9999. */
function moved(move: (date: CalendarDate, count: number) => CalendarDate): ProfileFunction {
  return {
    run([from, count]) {
      const date = parseDate(from);
      // A limit keeps the arithmetic within exact numbers.
      if (!date || !Number.isInteger(count) || Math.abs(count as number) > 4_000_000) return undefined;
      return formatDate(move(date, count as number));
    },
  };
}

// `+ 0` turns the negative zero into zero.
const yearsBetween = (from: CalendarDate, to: CalendarDate) => Math.trunc(monthsBetween(from, to) / 12) + 0;

export const today: ProfileFunction = {
  run: (_, environment) => environment.today(),
};

/** Who is born on 29 February is a year older on 1 March of ordinary years (§§ 187, 188 BGB). */
export const age: ProfileFunction = {
  run: ([born], environment) => countBetween(born, environment.today(), yearsBetween),
};

export const years = between(yearsBetween);
export const months = between(monthsBetween);
export const days = between((from, to) => dayNumber(to) - dayNumber(from));

export const addDays = moved((date, count) => fromDayNumber(dayNumber(date) + count));
export const addMonthsFunction = moved(addMonths);
export const addYears = moved((date, count) => addMonths(date, count * 12));

export const isDate: ProfileFunction = {
  run([year, month, day]) {
    if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return undefined;
    return isCalendarDate(year, month, day);
  },
};

export const weekday: ProfileFunction = {
  run([value]) {
    const date = parseDate(value);
    return date && weekdayOf(dayNumber(date));
  },
};
