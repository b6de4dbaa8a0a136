import { elements, isObject, own } from './guard.ts';
import type { Library } from './library.ts';
import { blockTexts } from './resolve/block-texts.ts';
import type { LocaleTexts, ResolvedForm } from './resolved.ts';

/**
 * The translations of a form into a language: those of the blocks and lists it uses, and over them the form's own locale
 * file, which may also reword them. What is not translated is absent.
 * @param locales the form's locale files by language
 * @returns text key → text; for the form's own language the texts as written
 */
export function collectLocale(
  language: string,
  locales: Readonly<Record<string, LocaleTexts>>,
  library: Library,
  resolved: ResolvedForm,
): Record<string, string> {
  if (language === resolved.form.language) return { ...resolved.texts };
  const found: Record<string, string> = {};
  const take = (key: string, text: unknown): void => {
    if (typeof text === 'string' && text !== '' && Object.hasOwn(resolved.texts, key)) found[key] = text;
  };
  for (const [id, block] of Object.entries(library.blocks)) {
    const prefix = `block:${id}`;
    if ((own(block, 'language') ?? 'de') === language) {
      for (const [key, text] of Object.entries(blockTexts(id, library))) take(key, text);
    }
    for (const [key, entry] of entriesOf(own(own(block, 'locales'), language))) take(prefix + key, own(entry, 'text'));
  }
  for (const [id, list] of Object.entries(library.lists)) {
    const prefix = `list:${id}#`;
    if (own(list, 'language') === language) {
      for (const entry of elements(own(list, 'entries'))) {
        take(prefix + String(own(entry, 'const')), own(entry, 'title'));
        take(`${prefix}description:${String(own(entry, 'const'))}`, own(entry, 'description'));
      }
    }
    for (const [key, text] of entriesOf(own(own(list, 'locales'), language))) take(prefix + key, text);
  }
  for (const [key, entry] of entriesOf(own(locales, language))) take(key, own(entry, 'text'));
  return found;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
