import type { JsonValue } from '@schalter/definition';
import { type CheckContext, type Rule, report } from '../context.ts';
import { below, elements, isObject, member, members, type Place } from '../place.ts';

/** To-dos that importers and authors left: they do not stop a form, but nobody should forget them. */
export const review: Rule = {
  name: 'review',
  run(context) {
    for (const { kind, file, content } of context.files) {
      if (kind === 'form' || kind === 'block') findReviews(context, content, { file, at: '' });
    }
  },
};

function findReviews(context: CheckContext, value: JsonValue, place: Place): void {
  elements(value).forEach((inner, index) => {
    findReviews(context, inner, below(place, index));
  });
  if (!isObject(value)) return;
  elements(member(value, 'review')).forEach((item, index) => {
    const text = member(item, 'text');
    if (typeof text === 'string') report(context, 'review-open', below(place, 'review', index), { text }, 'warning');
  });
  for (const [name, inner] of members(value)) {
    // `about` is open: what stands there is not ours.
    if (name !== 'about') findReviews(context, inner, below(place, name));
  }
}
