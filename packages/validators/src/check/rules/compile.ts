import { collectLocale } from '@schalter/definition';
import { compileForm } from '@schalter/engine/compile';
import { problemTexts } from '../../texts.ts';
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
    const { program, problems } = compileForm(resolved, { locales, problemTexts });
    if (program) context.program = program;
    for (const problem of problems) add(context, problem);
  },
};
