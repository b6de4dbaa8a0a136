import type { Program } from '@schalter/engine';

/**
 * A program with the texts of one of its languages alone. What this language lacks is there in the form's own, as it
 * would be shown; `hash` stays that of the whole form, so that a draft may go on in another language.
 * @param language one of `program.languages`
 */
export function inOneLanguage(program: Program, language: string): Program {
  const { texts, problemTexts } = program;
  const problems = problemTexts[language];
  return {
    ...program,
    language,
    languages: [language],
    texts: { [language]: { ...texts[program.language], ...texts[language] } },
    // Plurals follow the rules of their own language: without texts in this one, those of the others stay apart.
    problemTexts: problems ? { [language]: problems } : problemTexts,
  };
}
