import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormCase } from '@schalter/definition';

const forms = join(import.meta.dirname, '../../forms');

/** A form's cases without problems that reach the summary: whole journeys. */
export function journeys(form: string): readonly FormCase[] {
  const folder = join(forms, form, 'cases');
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FormCase)
    .filter(({ expect }) => expect.problems?.length === 0);
}

/** The journey whose name contains a word. */
export function journey(form: string, word: string): FormCase {
  const found = journeys(form).find(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
  if (!found) throw new Error(`${form} has no journey "${word}"`);
  return found;
}
