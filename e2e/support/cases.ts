import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormCase, JsonObject } from '@schalter/definition';

const forms = join(import.meta.dirname, '../../forms');

/** A form's cases without problems that reach the summary: whole journeys. */
export function journeys(form: string): readonly FormCase[] {
  const folder = join(forms, form, 'cases');
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FormCase)
    .filter(({ expect }) => expect.problems?.length === 0)
    .map((formCase) => ({ ...formCase, answers: asOfToday(formCase.answers) }));
}

/** Cases have a day of their own; a running server has today's, by which a due date must lie ahead. */
function asOfToday(answers: JsonObject): JsonObject {
  const frau = answers.frau as JsonObject | undefined;
  if (frau?.entbindungstermin === undefined) return answers;
  const due = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
  return { ...answers, frau: { ...frau, entbindungstermin: due } };
}

/** The journey whose name contains a word. */
export function journey(form: string, word: string): FormCase {
  const found = journeys(form).find(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
  if (!found) throw new Error(`${form} has no journey "${word}"`);
  return found;
}
