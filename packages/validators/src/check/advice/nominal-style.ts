import type { Advice } from './advice.ts';
import { baseOf, wordsOf } from './language/words.ts';

const nouns: Readonly<Record<string, RegExp>> = {
  de: /^\p{Lu}\p{L}{4,}(?:ung|ungen|heit|keit|heiten|keiten|ierung|nahme|schaft)$/u,
  en: /^\p{L}{4,}(?:tion|tions|ment|ments|ance|ence|ity)$/iu,
};

/** Such nouns in one sentence. */
const most = 3;

/** Verbs say it shorter: "wenn Sie umziehen" instead of "bei Durchführung einer Wohnungsverlegung". */
export const nominalStyle: Advice = {
  code: 'nominal-style',
  group: 'plain-language',
  text({ sentences, language, kind }, say) {
    const pattern = nouns[baseOf(language)];
    if (!pattern || kind === 'option') return;
    for (const sentence of sentences) {
      const found = wordsOf(sentence).filter((word) => pattern.test(word));
      if (found.length > most) {
        say({ words: found.join(', '), count: found.length });
        return;
      }
    }
  },
};
