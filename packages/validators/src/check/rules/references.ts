import { resolveForm } from '@schalter/definition';
import { add, type Rule } from '../context.ts';

/** Blocks, `$defs`, lists: what is referred to exists, fits and does not go in circles. */
export const references: Rule = {
  name: 'references',
  isLanguage: true,
  run(context) {
    const { resolved, problems } = resolveForm(context.source.form, context.library);
    if (resolved) context.resolved = resolved;
    for (const problem of problems) add(context, problem);
  },
};
