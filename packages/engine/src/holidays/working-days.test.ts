import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, formatDate, fromDayNumber, weekdayOf } from '../expression/calendar.ts';
import { workingDays } from '../expression/functions/working-days.ts';
import type { Environment } from '../expression/tree.ts';
import { germanHolidays, germanRegions } from './germany.ts';

const first = dayNumber({ year: 1995, month: 1, day: 1 });
const last = dayNumber({ year: 2099, month: 12, day: 31 });
const number = fc.integer({ min: first, max: last });
const environment = { holidays: germanHolidays } as Environment;

it('is what counting day by day gives, forwards and backwards', () => {
  fc.assert(
    fc.property(number, fc.nat(500), fc.constantFrom(...germanRegions), (from, length, region) => {
      const to = Math.min(from + length, last);
      let count = 0;
      for (let day = from + 1; day <= to; day++) {
        const date = formatDate(fromDayNumber(day)) as string;
        const free = germanHolidays(region, Number(date.slice(0, 4)))?.includes(date);
        if (weekdayOf(day) <= 5 && !free) count++;
      }
      const [start, end] = [from, to].map((day) => formatDate(fromDayNumber(day)) as string) as [string, string];
      expect(workingDays.run([start, end, region], environment)).toBe(count);
      expect(workingDays.run([end, start, region], environment)).toBe(0 - count);
    }),
  );
});

it('is unknown without a holiday source', () => {
  expect(workingDays.run(['2026-01-01', '2026-02-01', 'DE'], {} as Environment)).toBeUndefined();
});
