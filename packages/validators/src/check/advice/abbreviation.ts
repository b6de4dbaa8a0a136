import type { Advice } from './advice.ts';
import { baseOf } from './language/words.ts';

const abbreviations: Readonly<Record<string, RegExp>> = {
  de: /(?<![\p{L}.])(?:z\.\s?B\.|u\.\s?a\.|d\.\s?h\.|i\.\s?d\.\s?R\.|o\.\s?ä\.|ggf\.|bzw\.|evtl\.|inkl\.|lt\.|gem\.|i\.\s?V\.\s?m\.|sog\.|zzgl\.|vgl\.|(?:mind|max)\.(?=\s?\d))/iu,
  en: /(?<![\p{L}.])(?:e\.\s?g\.|i\.\s?e\.|etc\.|approx\.|incl\.|resp\.|w\.\s?r\.\s?t\.)/iu,
};

/** Abbreviations are spelled out: screen readers stumble over them, and so do people. */
export const abbreviation: Advice = {
  code: 'abbreviation',
  group: 'plain-language',
  text({ plain, language }, say) {
    const found = abbreviations[baseOf(language)]?.exec(plain)?.[0];
    if (found !== undefined) say({ text: found });
  },
};
