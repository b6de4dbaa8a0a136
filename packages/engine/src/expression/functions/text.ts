import { entriesOf } from '../lists.ts';
import type { Value } from '../tree.ts';
import { longestText, type ProfileFunction } from './function.ts';
import { countWords } from './words.ts';

/** A function of one text. */
function ofText(compute: (text: string) => Value): ProfileFunction {
  return {
    run: ([text]) => (typeof text === 'string' && text.length <= longestText ? compute(text) : undefined),
  };
}

/** A method that compares its text with another. */
function method(holds: (text: string, part: string) => boolean): ProfileFunction {
  return {
    run: ([text, part]) => (typeof text === 'string' && typeof part === 'string' ? holds(text, part) : undefined),
  };
}

export const lower = ofText((text) => text.toLowerCase());
export const upper = ofText((text) => text.toUpperCase());
export const trim = ofText((text) => text.trim());

export const startsWith = method((text, part) => text.startsWith(part));
export const endsWith = method((text, part) => text.endsWith(part));
export const contains = method((text, part) => text.includes(part));

/** Words of a text. The compiler adds `true` as second argument where the text is rich text. */
export const words: ProfileFunction = {
  run: ([text, rich]) => (typeof text === 'string' ? countWords(text, rich === true) : undefined),
};

/**
 * Characters (Unicode code points) of a text; entries of a list, unanswered ones too. The compiler adds `true` as second
 * argument where it is of a list: an unanswered text is unknown, a list that is not there has no entries.
 */
export const size: ProfileFunction = {
  decides: true,
  run([value, list]) {
    if (value === null && list !== true) return undefined;
    if (typeof value !== 'string') return entriesOf(value)?.length;
    let length = 0;
    for (const _ of value) length++;
    return length;
  },
};
