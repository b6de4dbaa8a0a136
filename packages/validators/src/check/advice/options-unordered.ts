import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** From so many options on people search instead of reading. */
const fewest = 12;

/** Long lists of options are in the order of the alphabet or of numbers, parts between dividers each for itself. */
export const optionsUnordered: Advice = {
  code: 'options-unordered',
  group: 'usability',
  field({ schema, place, isAsked }, say, { resolved }) {
    const options = schema.oneOf ?? schema.items?.oneOf;
    if (!options || options.length < fewest || !isAsked) return;
    const { compare } = new Intl.Collator(resolved.form.language, { numeric: true, sensitivity: 'base' });
    const before = options.findIndex((option, index) => {
      const previous = options[index - 1];
      // What comes after a divider, and "other" or "none", stand for themselves.
      const isRest = option.exclusive || /^(?:ander|sonst|kein|other|none)/iu.test(option.title ?? '');
      if (!previous || option.divider || isRest) return false;
      return compare(previous.title ?? String(previous.const), option.title ?? String(option.const)) > 0;
    });
    if (before > 0) {
      const keyword = schema.oneOf ? 'oneOf' : 'items';
      say(
        { title: options[before]?.title ?? '' },
        { ...place, at: joinPointer(place.at, schema.options ? 'options' : keyword) },
      );
    }
  },
};
