import type { Advice } from './advice.ts';

/** Labels end like a question or a name: the page itself marks what is optional, colons are noise in a screen reader. */
export const labelPunctuation: Advice = {
  code: 'label-punctuation',
  group: 'usability',
  text({ kind, plain }, say) {
    const end = /[:*;,.]$/u.exec(plain.trim())?.[0];
    // A title of several sentences may end as sentences do.
    const isSentence = end === '.' && /[.!?]\s/u.test(plain);
    if (kind === 'title' && end !== undefined && !isSentence && !/(?:etc|usw|bzw|Nr|Str)\.$/u.test(plain)) say({ end });
  },
};
