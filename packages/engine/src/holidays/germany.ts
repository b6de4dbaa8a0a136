import { dayNumber, formatDate, fromDayNumber } from '../expression/calendar.ts';
import type { HolidaySource } from '../expression/tree.ts';
import { holidaySource } from './source.ts';

/**
 * Public holidays of the German Länder from 1995 (when Buß- und Bettag was given up) to 2099, computed from the rules
 * of the Länder's holiday laws as of 2026. A law changed later needs a change here; what is not known is not guessed.
 * Source: Feiertagsgesetze der Länder, as the Federal Ministry of the Interior lists them.
 *
 * Regions are ISO 3166-2 (`DE-BY`), `DE` for the nationwide ones. A suffix names parts of a Land with a holiday of
 * their own: `DE-BY-HIMMELFAHRT` (municipalities with Mariä Himmelfahrt, Munich among them), `DE-BY-AUGSBURG`,
 * `DE-SN-FRONLEICHNAM`, `DE-TH-FRONLEICHNAM`.
 */
export const germanHolidays: HolidaySource = holidaySource((region, year) => {
  if (!(year >= firstYear && year <= lastYear) || !germanRegions.includes(region)) return undefined;
  const easter = easterDay(year);
  const found: string[] = [];
  for (const [day, where, from = firstYear, until = lastYear] of rules) {
    if (year < from || year > until || !applies(where, region)) continue;
    const date = typeof day === 'number' ? formatDate(fromDayNumber(easter + day)) : dateOf(day, year);
    if (date) found.push(date);
  }
  return found.sort();
});

const firstYear = 1995;
const lastYear = 2099;

/** Day (days from Easter Sunday, `month-day`, or a name), Länder (empty: all; `XX-…` only that part), first and last year. */
type Rule = readonly [day: number | string, where: string, from?: number, until?: number];

const rules: readonly Rule[] = [
  ['01-01', ''],
  ['01-06', 'BW BY ST'],
  ['03-08', 'BE', 2019],
  ['03-08', 'MV', 2023],
  [-2, ''],
  [0, 'BB'],
  [1, ''],
  ['05-01', ''],
  // 75 and 80 years after the end of the war. (17 June 2028, another single holiday of Berlin, is a Saturday.)
  ['05-08', 'BE', 2020, 2020],
  ['05-08', 'BE', 2025, 2025],
  [39, ''],
  [49, 'BB'],
  [50, ''],
  [60, 'BW BY HE NW RP SL SN-FRONLEICHNAM TH-FRONLEICHNAM'],
  ['08-08', 'BY-AUGSBURG'],
  ['08-15', 'SL BY-HIMMELFAHRT BY-AUGSBURG'],
  ['09-20', 'TH', 2019],
  ['10-03', ''],
  ['10-31', 'BB MV SN ST TH'],
  // 500 years of Reformation, everywhere.
  ['10-31', '', 2017, 2017],
  ['10-31', 'HB HH NI SH', 2018],
  ['11-01', 'BW BY NW RP SL'],
  ['repentance', 'SN'],
  ['12-25', ''],
  ['12-26', ''],
];

const lands = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH';
const parts = 'BY-HIMMELFAHRT BY-AUGSBURG SN-FRONLEICHNAM TH-FRONLEICHNAM';

/** Every region that the source knows. */
export const germanRegions: readonly string[] = ['DE', ...`${lands} ${parts}`.split(' ').map((name) => `DE-${name}`)];

function applies(where: string, region: string): boolean {
  if (where === '') return true;
  // `DE-BY-AUGSBURG` has what `BY` and what `BY-AUGSBURG` have.
  return where.split(' ').some((name) => region === `DE-${name}` || region.startsWith(`DE-${name}-`));
}

function dateOf(day: string, year: number): string | undefined {
  if (day !== 'repentance') return `${year}-${day}`;
  // Buß- und Bettag: the Wednesday before 23 November. Day number 6 was a Wednesday.
  const last = dayNumber({ year, month: 11, day: 22 });
  return formatDate(fromDayNumber(last - ((last - 6) % 7)));
}

/** Day number of Easter Sunday. Source: the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms"). */
function easterDay(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((century + 8) / 25);
  const g = Math.floor((century - f + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
