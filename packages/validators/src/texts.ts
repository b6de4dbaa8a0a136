import type { TranslateProblem } from '@schalter/engine';
import { createInstance } from 'i18next';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

/**
 * Language → problem code → text, in the syntax of i18next: `{{label}}` is the field's title, `{{limit}}` the limit that
 * was broken; `_one` and `_other` are plurals of the limit. Publication copies them into the program.
 */
export const problemTexts: Readonly<Record<'de' | 'en', Readonly<Record<string, string>>>> = { de, en };

/**
 * Texts of problems for those who have no program at hand.
 * @returns the text of a code in a language; German where there is none, and a general text for a code nobody knows
 */
export function createTranslate(): TranslateProblem {
  const texts = createInstance();
  void texts.init({
    resources: Object.fromEntries(Object.entries(problemTexts).map(([language, problems]) => [language, { problems }])),
    fallbackLng: 'de',
    ns: ['problems'],
    defaultNS: 'problems',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (language, code, params) => {
    const count = params.limit;
    const [general = code] = code.split(':');
    return texts.t([code, general, 'check'], {
      ...params,
      lng: language,
      ...(typeof count === 'number' ? { count } : {}),
    });
  };
}
