import type { FunctionName } from './functions/index.ts';

/**
 * How the functions of the profile are called, as authors read it and the compiler registers it:
 * `addDays(date, number): date`. A method stands behind its receiver's type (`string.contains(string): boolean`) and
 * gets the receiver as its first argument. `any` is every type, `T` one and the same type, `O` one that has an order
 * (number, text, date), `|` means "or". What runs forms needs none of it.
 */
const table = {
  answered: 'answered(any): boolean',
  or: 'or(T, T): T',
  count: 'count(list<any>): number',
  sum: 'sum(list<number>): number',
  min: 'min(list<O>): O',
  max: 'max(list<O>): O',
  size: 'size(string | list<any>): number',
  round: 'round(number, number): number',
  today: 'today(): date',
  age: 'age(date): number',
  years: 'years(date, date): number',
  months: 'months(date, date): number',
  days: 'days(date, date): number',
  addDays: 'addDays(date, number): date',
  addMonths: 'addMonths(date, number): date',
  addYears: 'addYears(date, number): date',
  isDate: 'isDate(number, number, number): boolean',
  weekday: 'weekday(date): number',
  workingDays: 'workingDays(date, date, string): number',
  startsWith: 'string.startsWith(string): boolean',
  endsWith: 'string.endsWith(string): boolean',
  contains: 'string.contains(string): boolean',
  matches: 'string.matches(string): boolean',
  lower: 'lower(string): string',
  upper: 'upper(string): string',
  trim: 'trim(string): string',
  words: 'words(string): number',
} as const satisfies Readonly<Record<FunctionName, string>>;

/** Signatures by the function's name. */
export const functionSignatures: ReadonlyMap<string, string> = new Map(Object.entries(table));
