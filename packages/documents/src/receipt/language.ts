/** Scripts whose letters the fonts of documents have, all of them from left to right. */
const scripts: ReadonlySet<string | undefined> = new Set(['Latn', 'Cyrl', 'Grek']);

/**
 * The language for a document: the one wanted if its letters can be set, else the other.
 * @param wanted BCP 47, as people read the form
 * @param otherwise the form's own language
 */
export function documentLanguage(wanted: string, otherwise: string): string {
  try {
    return scripts.has(new Intl.Locale(wanted).maximize().script) ? wanted : otherwise;
  } catch {
    // Not a language tag at all.
    return otherwise;
  }
}
