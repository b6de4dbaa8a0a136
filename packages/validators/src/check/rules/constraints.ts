import { SchalterError } from '@schalter/definition';
import { compileValidate } from '../../compile-validate.ts';
import { hasErrors, type Rule, report } from '../context.ts';

/** The constraints become validators: the last word on what the structure could not see. */
export const constraints: Rule = {
  name: 'constraints',
  isLanguage: true,
  run(context) {
    if (!context.resolved || hasErrors(context)) return;
    try {
      compileValidate(context.resolved.form.data);
    } catch (error) {
      if (!(error instanceof SchalterError)) throw error;
      report(context, error.code, { file: 'form.json', at: '/data' }, error.params);
    }
  },
};
