import { dateFormat, remember } from './locale.ts';
import { plainText } from './plain.ts';

/** Words that dates and times are written with in a language, in lower case and without a dot at their end. */
export interface CalendarWords {
  /** Names of months in all forms, longest first, with the month's number from 1. */
  readonly months: readonly (readonly [name: string, month: number])[];
  /** What stands between the parts and says nothing: `um`, `р`, `de`. */
  readonly fillers: ReadonlySet<string>;
  /** Behind an hour: `uhr`, `h`. */
  readonly hours: readonly string[];
  /** Before or behind an hour of the half day: `am` is 0, `pm` is 12. */
  readonly halves: readonly (readonly [word: string, hours: 0 | 12])[];
  /** Order of the parts of a date. */
  readonly order: readonly ('day' | 'month' | 'year')[];
}

const known = new Map<string, CalendarWords>();

export function calendarWords(language: string): CalendarWords {
  return remember(known, language, () => ({
    months: monthNames(language),
    fillers: new Set(
      literals(language, { dateStyle: 'long', timeStyle: 'short' }).concat(
        literals(language, { day: 'numeric', month: 'short', year: 'numeric' }),
      ),
    ),
    hours: literals(language, { hour: 'numeric', hourCycle: 'h23' }),
    halves: ([0, 12] as const).map((hours) => [
      partOf(language, { hour: 'numeric', hour12: true }, 'dayPeriod', hours + 1),
      hours,
    ]),
    order: dateFormat(language, { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(0)
      .map(({ type }) => type)
      .filter((type) => type === 'day' || type === 'month' || type === 'year'),
  }));
}

/** In lower case and without a dot at the end, as words are compared. */
export function wordOf(text: string): string {
  return plainText(text.toLowerCase()).normalize('NFC').replace(/\.$/, '');
}

function monthNames(language: string): (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    // Many languages write a month by itself in another form than in a date.
    for (const around of [{}, { day: 'numeric' }, { year: 'numeric' }, { day: 'numeric', year: 'numeric' }] as const) {
      for (let index = 0; index < 12; index++) {
        const date = Date.UTC(2026, index, 11);
        const value = dateFormat(language, { ...around, month }).formatToParts(date);
        const name = wordOf(value.find(({ type }) => type === 'month')?.value ?? '');
        if (/\p{L}/u.test(name)) found.set(name, index + 1);
      }
    }
  }
  return [...found].sort(([left], [right]) => right.length - left.length);
}

function literals(language: string, options: Intl.DateTimeFormatOptions): string[] {
  return dateFormat(language, options)
    .formatToParts(0)
    .filter(({ type }) => type === 'literal' || type === 'era')
    .flatMap(({ value }) => value.split(/\s+/))
    .map(wordOf)
    .filter((word) => /\p{L}/u.test(word));
}

function partOf(language: string, options: Intl.DateTimeFormatOptions, type: string, hour: number): string {
  const parts = dateFormat(language, options).formatToParts(Date.UTC(2026, 0, 1, hour));
  return wordOf(parts.find((part) => part.type === type)?.value ?? '');
}
