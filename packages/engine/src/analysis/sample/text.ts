import type { JsonObject, JsonValue } from '@schalter/definition';
import { patternSamples } from './pattern.ts';

/** Texts that keep common formats; others are handed in. Persons and accounts are made up. */
const byFormat: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-01-01', '1980-06-15', '2030-12-31'],
  'date-time': ['2026-01-01T12:00'],
  time: ['12:00', '08:30'],
  'year-month': ['2026-01', '1980-06', '2030-12'],
  email: ['erika@example.org', 'max@example.com'],
  uri: ['https://example.org/'],
  'postal-code-de': ['80331', '10115'],
  microchip: ['276098102345678', '276098102345679'],
};

/** Examples of a format: texts that keep it. */
export type FormatExamples = (format: string) => readonly string[];

/** Words for texts of all kinds. */
const words = ['Muster', 'Beispiel', 'a', '1', '12345', 'A1', '80331'];

/** Texts that a constraint may accept, the plainest first; who uses them asks the constraint. */
export function textCandidates(schema: JsonObject, examples: FormatExamples): string[] {
  const { format, pattern, minLength, maxLength } = schema;
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY;
  const found: string[] = [];
  if (typeof format === 'string') {
    found.push(
      ...((Object.hasOwn(byFormat, format) ? byFormat[format] : undefined) ?? []),
      ...examples(format).slice(0, 3),
    );
  }
  if (typeof pattern === 'string') found.push(...patternSamples(pattern));
  found.push(...words);
  for (const length of [least, most]) {
    if (length > 0 && length <= 5000) found.push('x'.repeat(length), '1'.repeat(length));
  }
  for (const part of branchesOf(schema.anyOf)) found.push(...textCandidates(part, examples));
  return [...new Set(found.map((text) => text.trim().normalize('NFC')))].filter((text) => text !== '');
}

function branchesOf(anyOf: JsonValue | undefined): JsonObject[] {
  if (!Array.isArray(anyOf)) return [];
  return (anyOf as JsonValue[]).filter(
    (part): part is JsonObject => typeof part === 'object' && part !== null && !Array.isArray(part),
  );
}

/** Texts around constants: with and without them, a little longer, as long as numbers say. */
export function textsAround(texts: readonly string[], numbers: readonly number[]): string[] {
  const found: string[] = [];
  for (const text of texts) {
    if (text.startsWith('^')) found.push(...patternSamples(text));
    found.push(text, `${text}x`, `x${text}`, `x${text}x`, text.toLowerCase(), text.toUpperCase(), text.slice(0, -1));
    // Long enough, too.
    for (const number of numbers) {
      if (Number.isInteger(number) && number > 0 && number <= 2000)
        found.push(text.padEnd(number, 'x'), text.padEnd(number + 1, 'x'));
    }
  }
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0 || number > 2000) continue;
    for (const length of [number, number + 1, number - 1]) {
      if (length > 0) found.push('x'.repeat(length), Array.from({ length }, () => 'x').join(' '));
    }
  }
  found.push('x', 'Muster');
  return [...new Set(found.map((text) => text.trim().normalize('NFC')))].filter((text) => text !== '');
}
