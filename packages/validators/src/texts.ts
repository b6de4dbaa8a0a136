import { printForReading, type TranslateProblem } from '@schalter/engine';
import { createInstance } from 'i18next';
import ar from './locales/ar.json' with { type: 'json' };
import de from './locales/de.json' with { type: 'json' };
import leicht from './locales/de-x-leicht.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import tr from './locales/tr.json' with { type: 'json' };
import uk from './locales/uk.json' with { type: 'json' };

/** Languages there are problem texts in. */
export type ProblemLanguage = 'de' | 'en' | 'de-x-leicht' | 'tr' | 'uk' | 'ar';

/**
 * Language → problem code → text, in the syntax of i18next: `{{label}}` is the field's title, `{{limit}}` the limit that
 * was broken, `{{limitText}}` that of a number as people write it, with its unit; `_one`, `_few` … `_other` are the plural
 * forms of the limit that the language has. In Arabic, what is written from left to right stands in isolates (U+2066). `de-x-leicht` is Leichte Sprache. Publication copies what a form needs of them into its program
 * (`problemTextsOf`).
 */
export const problemTexts: Readonly<Record<ProblemLanguage, Readonly<Record<string, string>>>> = {
  de,
  en,
  'de-x-leicht': leicht,
  tr,
  uk,
  ar,
};

/** A field without a unit: its numbers are numbers, its texts are dates. */
const plain = { type: 'number', control: 'number', format: 'date' };

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
    const limit = count === undefined ? {} : { limitText: printForReading(plain, count, language) };
    const counted = typeof count === 'number' ? { count, ...limit } : limit;
    const [general = code] = code.split(':');
    return texts.t([code, general, 'check'], { ...counted, ...params, lng: language });
  };
}
