import { printForReading, type TranslateProblem } from '@schalter/engine';
import { createInstance } from 'i18next';

/** A field without a unit: its numbers are numbers. */
const plain = { type: 'number', control: 'number' };

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
    const counted = typeof count === 'number' ? { count, limitText: printForReading(plain, count, language) } : {};
    const [general = code] = code.split(':');
    return texts.t([code, general, 'type'], { ...counted, ...params, lng: language });
  };
}
