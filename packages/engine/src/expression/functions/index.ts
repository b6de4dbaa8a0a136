import { count, max, min, sum } from './aggregates.ts';
import { answered, or } from './answered.ts';
import { addDays, addMonthsFunction, addYears, age, days, isDate, months, today, weekday, years } from './dates.ts';
import type { ProfileFunction } from './function.ts';
import { matches } from './matches.ts';
import { round } from './round.ts';
import { contains, endsWith, lower, size, startsWith, trim, upper, words } from './text.ts';
import { workingDays } from './working-days.ts';

/** Every function and text method of the profile by its name: the compiler registers them, the evaluator runs them. */
export const functions: ReadonlyMap<string, ProfileFunction> = new Map<string, ProfileFunction>([
  // Answers
  ['answered', answered],
  ['or', or],
  // Lists
  ['count', count],
  ['sum', sum],
  ['min', min],
  ['max', max],
  ['size', size],
  // Numbers
  ['round', round],
  // Dates
  ['today', today],
  ['age', age],
  ['years', years],
  ['months', months],
  ['days', days],
  ['addDays', addDays],
  ['addMonths', addMonthsFunction],
  ['addYears', addYears],
  ['isDate', isDate],
  ['weekday', weekday],
  ['workingDays', workingDays],
  // Texts
  ['startsWith', startsWith],
  ['endsWith', endsWith],
  ['contains', contains],
  ['matches', matches],
  ['lower', lower],
  ['upper', upper],
  ['trim', trim],
  ['words', words],
]);
