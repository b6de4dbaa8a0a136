import { markdownProblems, originOf, plainProblems } from '@schalter/definition';
import { type CheckContext, type Rule, report } from '../context.ts';
import { asJson } from '../files.ts';
import { below, member, members, type Place } from '../place.ts';

/** Texts that can be shown: Markdown without HTML, pictures and unsafe links, interpolations that end. */
export const texts: Rule = {
  name: 'texts',
  run(context) {
    const { resolved, source } = context;
    if (!resolved) return;
    for (const [pointer, key] of Object.entries(resolved.keys)) {
      check(
        context,
        key,
        Object.hasOwn(resolved.texts, key) ? resolved.texts[key] : undefined,
        originOf(resolved, pointer),
      );
    }
    for (const [language, locale] of Object.entries(source.locales)) {
      for (const [key, entry] of members(asJson(locale))) {
        check(context, key, member(entry, 'text'), below({ file: `locales/${language}.json`, at: '' }, key, 'text'));
      }
    }
  },
};

/** Text keys of Markdown; all others are plain texts. */
const markdownKey = /#(?:summary|description|help|text|optionDescription:.*|description:.*)$/su;

function check(context: CheckContext, key: string, text: unknown, place: Place): void {
  if (typeof text !== 'string') return;
  for (const { code, params } of markdownKey.test(key) ? markdownProblems(text) : plainProblems(text)) {
    report(context, code, place, params);
  }
}
