import { collectLocale } from '@schalter/definition';
import { compileForm } from '@schalter/engine/compile';
import { problemTextsOf } from '../../problem-texts-of.ts';
import { add, type Rule } from '../context.ts';

/** Expressions and their types, names, steps, services, cycles: what the compiler refuses. */
export const compile: Rule = {
  name: 'compile',
  isLanguage: true,
  run(context) {
    const { resolved, source, library } = context;
    if (!resolved) return;
    const locales = Object.fromEntries(
      Object.keys(source.locales).map((language) => [
        language,
        collectLocale(language, source.locales, library, resolved),
      ]),
    );
    const texts = problemTextsOf(resolved.form, [resolved.form.language, ...Object.keys(locales)]);
    const { program, problems } = compileForm(resolved, { locales, problemTexts: texts });
    if (program) context.program = program;
    for (const problem of problems) add(context, problem);
  },
};
