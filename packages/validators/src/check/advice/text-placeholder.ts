import type { Advice } from './advice.ts';

const placeholder = /\b(?:lorem ipsum|todo|tbd|fixme|xxx+|platzhalter|placeholder|noch (?:offen|klären))\b/iu;

/** Texts that somebody meant to write later. */
export const textPlaceholder: Advice = {
  code: 'text-placeholder',
  group: 'usability',
  text({ plain }, say) {
    const found = placeholder.exec(plain)?.[0];
    if (found !== undefined) say({ text: found });
  },
};
