import type { Advice } from './advice.ts';
import { baseOf, isEasy, wordsOf } from './language/words.ts';

/** Letters of a German word that fits a phone's line and a reader's eye. */
const longest = 30;
/** In Leichte Sprache long words are parted by a hyphen or a middle dot. */
const longestEasy = 18;

export const wordLong: Advice = {
  code: 'word-long',
  group: 'plain-language',
  text({ plain, language }, say) {
    if (baseOf(language) !== 'de') return;
    const limit = isEasy(language) ? longestEasy : longest;
    const found = wordsOf(plain)
      .flatMap((word) => word.split(/[-·]/u))
      .find((word) => word.length > limit);
    if (found !== undefined) say({ word: found, limit });
  },
};
