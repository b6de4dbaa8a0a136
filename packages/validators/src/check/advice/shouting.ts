import type { Advice } from './advice.ts';

/** Capitals and exclamation marks shout; screen readers may spell capitals out. */
export const shouting: Advice = {
  code: 'shouting',
  group: 'plain-language',
  text({ plain }, say) {
    const capitals = /\b\p{Lu}{4,}(?:\s+\p{Lu}{2,})+\b/u.exec(plain)?.[0];
    const marks = /!{2,}/u.exec(plain)?.[0];
    const found = capitals ?? marks;
    if (found !== undefined) say({ text: found });
  },
};
