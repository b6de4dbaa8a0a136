import type { Advice } from './advice.ts';
import { difficultyOf } from './language/readability.ts';
import { fewestWords, wordsOf } from './language/words.ts';

/** Texts are measured: German by the Wiener Sachtextformel, English by Flesch. */
export const textHard: Advice = {
  code: 'text-hard',
  group: 'plain-language',
  text({ plain, sentences, language, isMarkdown }, say) {
    if (!isMarkdown || wordsOf(plain).length < fewestWords) return;
    const difficulty = difficultyOf(sentences, language);
    if (difficulty?.isHard) {
      say({ measure: difficulty.measure, value: difficulty.value, limit: difficulty.limit });
    }
  },
};
