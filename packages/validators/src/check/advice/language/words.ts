/** The base language of a tag: `de` of `de-x-leicht`. */
export function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

/** Whether a text is in Leichte Sprache. */
export function isEasy(language: string): boolean {
  return language.endsWith('-x-leicht');
}

/** Words of a text: runs with at least one letter. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’·-]*/gu) ?? [];
}

/** Syllables of a word by its groups of vowels: near enough for averages. */
export function syllablesOf(word: string, language: string): number {
  const lower = word.toLowerCase();
  if (baseOf(language) === 'en') {
    const groups = lower.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '').match(/[aeiouy]{1,2}/gu);
    return Math.max(1, groups?.length ?? 1);
  }
  return Math.max(1, lower.match(/(?:eu|äu|au|ei|ai|ie|aa|ee|oo|[aeiouyäöü])/gu)?.length ?? 1);
}

/** So many words a text must have before averages say something. */
export const fewestWords = 30;
