import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayNumber,
  daysInMonth,
  formatDate,
  fromDayNumber,
  monthsBetween,
  parseDate,
  weekdayOf,
} from './calendar.ts';

const day = fc.integer({
  min: dayNumber({ year: 1, month: 1, day: 1 }),
  max: dayNumber({ year: 9999, month: 12, day: 31 }),
});
const date = day.map(fromDayNumber);

describe('calendar', () => {
  it('counts every day once, and knows which it is', () => {
    fc.assert(
      fc.property(day, (number) => {
        const found = fromDayNumber(number);
        expect(dayNumber(found)).toBe(number);
        const next = fromDayNumber(number + 1);
        const last = found.day === daysInMonth(found.year, found.month);
        expect(next.day).toBe(last ? 1 : found.day + 1);
        expect(weekdayOf(number + 1)).toBe((weekdayOf(number) % 7) + 1);
      }),
    );
  });

  it.each([
    ['0001-01-01', -719_162, 1],
    ['0099-12-31', -683_004, 4],
    ['1582-10-15', -141_427, 5],
    ['1970-01-01', 0, 4],
    ['2000-02-29', 11_016, 2],
    ['9999-12-31', 2_932_896, 5],
  ])('%s is day %i and weekday %i', (text, number, weekday) => {
    expect(formatDate(fromDayNumber(number))).toBe(text);
    expect(weekdayOf(number)).toBe(weekday);
  });

  it.each([
    [4, 29],
    [100, 28],
    [400, 29],
    [1900, 28],
    [2000, 29],
    [2026, 28],
  ])('February %i has %i days', (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days);
  });

  it('reads exactly the dates that exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
          '-',
        );
        const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
        expect(parseDate(text)).toEqual(exists ? { year, month, day } : undefined);
      }),
    );
  });

  it.each(['', '2026-2-1', '0000-01-01', '2026-01-01T00:00', ' 2026-01-01', '26-01-01', 20260101, null, undefined])(
    'does not read %j',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  it('adds months so that never a day of a later month comes out', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months);
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });

  it('counts months the same way in both directions', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        expect(monthsBetween(from, to) + monthsBetween(to, from)).toBe(0);
      }),
    );
  });
});
