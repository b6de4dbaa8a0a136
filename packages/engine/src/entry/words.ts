/*
 * What a yes/no question is answered with; `Intl` does not know it. A language without its own words takes English.
 */

const words: Readonly<Record<string, readonly [no: string, yes: string]>> = {
  de: ['Nein', 'Ja'],
  en: ['No', 'Yes'],
  tr: ['Hayır', 'Evet'],
  uk: ['Ні', 'Так'],
  ar: ['لا', 'نعم'],
};

/** "No" and "Yes". */
export function wordsOf(language: string): readonly [no: string, yes: string] {
  return ownWords(words, language);
}

/** What a language has of its own in a table, or English. */
export function ownWords<T>(table: Readonly<Record<string, T>>, language: string): T {
  const [base = ''] = language.split('-');
  return (Object.hasOwn(table, base) ? table[base] : undefined) ?? (table.en as T);
}
