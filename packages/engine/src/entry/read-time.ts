import { calendarWords, wordOf } from './calendar-words.ts';
import { readDate } from './read-date.ts';

/**
 * Reads a time of day: `9:05`, `9.05`, `12:30 Uhr`, `12 Uhr`, `12h30`, `9:05 pm`. A number alone is none: it may be the
 * beginning of one.
 */
export function readTime(text: string, language: string): string | undefined {
  const { hours, halves } = calendarWords(language);
  let rest = withoutDots(wordOf(text));
  const half = halves.find(([word]) => takeWord(rest, withoutDots(word)) !== undefined);
  if (half) rest = takeWord(rest, withoutDots(half[0])) ?? rest;
  const word = hours.find((one) => rest.includes(one));
  if (word !== undefined) rest = rest.endsWith(word) ? rest.slice(0, -word.length) : rest.replace(word, ':');
  const [, hour = '', minute, second] = /^(\d{1,2})\s*(?:[:.]\s*(\d{2})(?::(\d{2}))?)?$/.exec(rest.trim()) ?? [];
  if (hour === '' || (minute === undefined && word === undefined && !half)) return undefined;
  return isoTime(hour, minute ?? '00', second, half?.[1]);
}

function isoTime(hour: string, minute: string, second: string | undefined, half?: number): string | undefined {
  const whole = half === undefined ? Number(hour) : (Number(hour) % 12) + half;
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  if (whole > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return `${String(whole).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
}

/** `pm` for `p.m.` and `p. m.` */
function withoutDots(text: string): string {
  return text.replace(/(\p{L})\.\s?/gu, '$1');
}

function takeWord(text: string, word: string): string | undefined {
  if (word === '') return undefined;
  if (text.endsWith(word)) return text.slice(0, -word.length).trimEnd();
  return text.startsWith(word) ? text.slice(word.length).trimStart() : undefined;
}

/** Reads day and time in one line: `1.2.2026 9:05`, `01.02.2026, 12:30 Uhr`, `2026-02-01T09:05`. */
export function readDateTime(text: string, language: string): string | undefined {
  const { fillers } = calendarWords(language);
  const words = text
    .replace(/^(\d{4}-\d\d-\d\d)T(?=\d)/i, '$1 ')
    .split(/[\s,،]+/)
    .filter((word) => word !== '' && !fillers.has(wordOf(word)));
  const found = new Set<string>();
  for (let place = 1; place < words.length; place++) {
    const date = readDate(words.slice(0, place).join(' '), language);
    const time = date === undefined ? undefined : readTime(words.slice(place).join(' '), language);
    if (time !== undefined) found.add(`${date}T${time}`);
  }
  // Two ways to tell them apart are one too many.
  return found.size === 1 ? [...found][0] : undefined;
}
