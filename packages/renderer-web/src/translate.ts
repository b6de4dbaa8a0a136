import { printForReading, type TranslateProblem } from '@schalter/engine';
import { createInstance } from 'i18next';

/** A field without a unit: its numbers are numbers, its texts are dates. */
const plain = { type: 'number', control: 'number', format: 'date' };

/**
 * Problem texts as the program carries them, through i18next: plurals by `count`, which is the problem's limit where
 * it has one. Unknown languages fall back to the form's own, unknown codes to their kind's (`format`, `check`, `lookup`) or `type`'s text.
 */
export function createTranslate(program: {
  readonly language: string;
  readonly problemTexts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}): TranslateProblem {
  const texts = createInstance();
  void texts.init({
    resources: Object.fromEntries(
      Object.entries(program.problemTexts).map(([language, problems]) => [language, { problems }]),
    ),
    fallbackLng: [program.language, 'de'],
    ns: ['problems'],
    defaultNS: 'problems',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (language, code, params) => {
    const count = params.count ?? params.limit;
    const limit = count === undefined ? {} : { limitText: printForReading(plain, count, language) };
    const counted = typeof count === 'number' ? { count, ...limit } : limit;
    const [general = code] = code.split(':');
    return texts.t([code, general, 'type'], { ...counted, ...params, lng: language });
  };
}
