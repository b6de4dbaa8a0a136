import { count, max, min, sum } from './aggregates.ts';
import { answered, or } from './answered.ts';
import { addDays, addMonthsFunction, addYears, age, days, isDate, months, today, weekday, years } from './dates.ts';
import type { ProfileFunction } from './function.ts';
import { matches } from './matches.ts';
import { round } from './round.ts';
import { contains, endsWith, lower, size, startsWith, trim, upper, words } from './text.ts';
import { workingDays } from './working-days.ts';

const table = {
  // Answers
  answered,
  or,
  // Lists
  count,
  sum,
  min,
  max,
  size,
  // Numbers
  round,
  // Dates
  today,
  age,
  years,
  months,
  days,
  addDays,
  addMonths: addMonthsFunction,
  addYears,
  isDate,
  weekday,
  workingDays,
  // Texts
  startsWith,
  endsWith,
  contains,
  matches,
  lower,
  upper,
  trim,
  words,
} as const satisfies Readonly<Record<string, ProfileFunction>>;

export type FunctionName = keyof typeof table;

/** Every function and text method of the profile by its name; `functionSignatures` says how each is called. */
export const functions: ReadonlyMap<string, ProfileFunction> = new Map(Object.entries(table));
