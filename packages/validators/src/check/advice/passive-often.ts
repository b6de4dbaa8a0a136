import type { Advice } from './advice.ts';
import { baseOf } from './language/words.ts';

const passives: Readonly<Record<string, RegExp>> = {
  // "wird geprüft", "müssen eingereicht werden"; not "wird" alone, which is the future tense.
  de: /\b(?:wird|werden|wurde|wurden)\b[^.;:!?]{0,60}?\b(?:ge\p{L}{3,}(?:t|en)|(?:be|ver|er|ent|zer)\p{L}{3,}(?:t|en)|\p{L}{2,}ge\p{L}{3,}(?:t|en))(?=[\s.,;:!?]|$)/iu,
  en: /\b(?:is|are|was|were|be|been|being)\b\s+(?:\p{L}+ly\s+)?\p{L}{3,}(?:ed|en)\s+by\b/iu,
};

/** Passive sentences of one text that are too many. */
const most = 2;

/** Who does what? A passive here and there is fine, a text of them leaves people out. */
export const passiveOften: Advice = {
  code: 'passive-often',
  group: 'plain-language',
  text({ sentences, language, isMarkdown }, say) {
    const pattern = passives[baseOf(language)];
    if (!pattern || !isMarkdown) return;
    const count = sentences.filter((sentence) => pattern.test(sentence)).length;
    if (count > most && count * 2 > sentences.length) say({ count, of: sentences.length });
  },
};
