// Brings a form's translations in order; scripts/translate.mjs starts it. docs/forms.md says how it is used.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  type LocaleTexts,
  resolveForm,
  SchalterError,
  textHash,
  withBuiltIns,
} from '../packages/definition/src/index.ts';
import { loadForms } from '../packages/server/src/forms/index.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What became of a form's translations. */
interface Report {
  /** Text keys without a translation. */
  readonly missing: readonly string[];
  /** Text keys whose source text changed after it was translated. */
  readonly stale: readonly string[];
  /** Translations of texts that the form does not have any more; they are dropped. */
  readonly unknown: readonly string[];
}

/**
 * Puts translations in the order of the texts, with the hash of the source text each translates.
 * @param texts text key → text in the form's own language, without the texts of blocks and lists
 * @param accept take translations of changed texts as up to date
 */
function bringInOrder(
  texts: Readonly<Record<string, string>>,
  locale: LocaleTexts,
  accept: boolean,
): { readonly locale: LocaleTexts; readonly report: Report } {
  const stale: string[] = [];
  const entries = Object.entries(texts).flatMap(([key, text]) => {
    const translation = locale[key];
    if (!translation) return [];
    const hash = textHash(text);
    const old = translation.source ?? hash;
    if (old !== hash && !accept) stale.push(key);
    return [[key, { text: translation.text, source: accept ? hash : old }] as const];
  });
  const missing = Object.keys(texts).filter((key) => !locale[key]);
  const unknown = Object.keys(locale).filter((key) => key !== '$schema' && texts[key] === undefined);
  return { locale: Object.fromEntries(entries), report: { missing, stale, unknown } };
}

async function translate(id: string, language: string, accept: boolean): Promise<boolean> {
  const { forms, library } = await loadForms(root);
  const source = forms.get(id);
  if (!source) throw new SchalterError('unknown-form', { id });
  const { resolved } = resolveForm(source.form, withBuiltIns(library));
  // Blocks and lists carry their translations themselves.
  const own = Object.entries(resolved?.texts ?? {}).filter(([key]) => !/^(?:block|list):/.test(key));
  const { locale, report } = bringInOrder(Object.fromEntries(own), source.locales[language] ?? {}, accept);
  await writeFile(`${root}/${id}/locales/${language}.json`, printLocale(locale));
  for (const [what, keys] of Object.entries(report)) for (const key of keys) console.log(`${what}: ${key}`);
  console.log(`${id}, ${language}: ${Object.keys(locale).length} of ${own.length} texts translated.`);
  return report.missing.length + report.stale.length === 0;
}

/** One line per text, so that a change shows as one line. */
function printLocale(locale: LocaleTexts): string {
  const lines = Object.entries(locale).map(([key, { text, source }]) => {
    return `  ${JSON.stringify(key)}: { "text": ${JSON.stringify(text)}, "source": ${JSON.stringify(source)} }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

const [id, language, flag] = process.argv.slice(2);
if (!id || !language) {
  console.error('Usage: node scripts/translate.mjs <form> <language> [--accept]');
  process.exitCode = 2;
} else if (!(await translate(id, language, flag === '--accept'))) {
  process.exitCode = 1;
}
