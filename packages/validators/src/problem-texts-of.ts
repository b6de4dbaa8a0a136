import { type FieldSchema, leafConstraints } from '@schalter/definition';
import { problemTexts } from './texts.ts';

/**
 * The problem texts that a form's program carries: in the form's languages, of formats only those it uses. German is
 * what languages without texts of ours fall back to.
 * @param data `data` of a resolved form
 * @param languages the form's own and those it is translated into
 */
export function problemTextsOf(
  data: FieldSchema,
  languages: readonly string[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const used = new Set(leafConstraints(data).flatMap(({ schema }) => formatCode(schema.format)));
  const known = Object.entries(problemTexts).filter(([language]) => languages.includes(language));
  const needed =
    known.length === languages.length ? known : Object.entries({ de: problemTexts.de, ...Object.fromEntries(known) });
  return Object.fromEntries(needed.map(([language, texts]) => [language, only(texts, used)]));
}

function formatCode(format: unknown): string[] {
  return typeof format === 'string' ? [`format:${format}`] : [];
}

function only(texts: Readonly<Record<string, string>>, used: ReadonlySet<string>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([code]) => !code.startsWith('format:') || used.has(code)));
}
