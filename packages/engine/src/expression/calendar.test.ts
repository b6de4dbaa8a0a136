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
  it('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(day, (number) => {
        const platform = new Date(number * 86_400_000);
        const ours = fromDayNumber(number);
        expect(formatDate(ours)).toBe(platform.toISOString().slice(0, 10));
        expect(weekdayOf(number) % 7).toBe(platform.getUTCDay());
        expect(dayNumber(ours)).toBe(number);
      }),
    );
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
