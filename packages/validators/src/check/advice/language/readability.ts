import { baseOf, syllablesOf, wordsOf } from './words.ts';

/**
 * The first Wiener Sachtextformel (Bamberger and Vanecek, 1984): the school year that can read a German text, 4 to 15.
 * 0.1935 × share of words with three or more syllables + 0.1672 × words per sentence + 0.1297 × share of words with
 * more than six letters − 0.0327 × share of words with one syllable − 0.875; shares in per cent.
 */
export function wienerSachtextformel(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const share = (count: number) => (count / words.length) * 100;
  const syllables = words.map((word) => syllablesOf(word, 'de'));
  const many = share(syllables.filter((count) => count >= 3).length);
  const long = share(words.filter((word) => word.length > 6).length);
  const single = share(syllables.filter((count) => count === 1).length);
  return 0.1935 * many + 0.1672 * (words.length / sentences.length) + 0.1297 * long - 0.0327 * single - 0.875;
}

/**
 * Flesch Reading Ease (1948) of an English text: 100 is easy, 30 is hard.
 * 206.835 − 1.015 × words per sentence − 84.6 × syllables per word.
 */
export function fleschReadingEase(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, 'en'), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
}

/** How hard a text is, in the measure of its language; undefined for languages without one. */
export function difficultyOf(
  sentences: readonly string[],
  language: string,
): { readonly measure: string; readonly value: number; readonly limit: number; readonly isHard: boolean } | undefined {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  if (baseOf(language) === 'de') {
    const value = rounded(wienerSachtextformel(sentences));
    return { measure: 'Wiener Sachtextformel', value, limit: 12, isHard: value > 12 };
  }
  if (baseOf(language) === 'en') {
    const value = rounded(fleschReadingEase(sentences));
    return { measure: 'Flesch Reading Ease', value, limit: 40, isHard: value < 40 };
  }
  return undefined;
}
