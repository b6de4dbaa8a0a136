import type { Advice } from './advice.ts';
import { isEasy, wordsOf } from './language/words.ts';

/** Words of a sentence that is read in one go; Leichte Sprache is stricter (DIN SPEC 33429). */
const most = { usual: 25, easy: 15 } as const;

export const sentenceLong: Advice = {
  code: 'sentence-long',
  group: 'plain-language',
  text({ sentences, language, kind }, say) {
    if (kind === 'option') return;
    const limit = isEasy(language) ? most.easy : most.usual;
    const longest = Math.max(0, ...sentences.map((sentence) => wordsOf(sentence).length));
    if (longest > limit) say({ count: longest, limit });
  },
};
