import { runCase } from '@schalter/engine';
import { compileValidate } from '../../compile-validate.ts';
import { hasErrors, type Rule, report } from '../context.ts';
import { below } from '../place.ts';

/** A form's cases hold: a form is tested like code. Runs only where nothing else is wrong. */
export const cases: Rule = {
  name: 'cases',
  run(context) {
    const { program, resolved, source } = context;
    if (!program || !resolved || hasErrors(context)) return;
    const validate = compileValidate(resolved.form.data);
    for (const [name, formCase] of Object.entries(source.cases)) {
      for (const { what, at, expected, actual } of runCase(program, formCase, validate).differences) {
        const place = below({ file: `cases/${name}.json`, at: '/expect' }, what);
        report(context, 'case-differs', at === undefined ? place : below(place, at), {
          name: formCase.name,
          what: at === undefined ? what : `${what} ${at}`,
          expected: JSON.stringify(expected) ?? 'nothing',
          actual: JSON.stringify(actual) ?? 'nothing',
        });
      }
    }
  },
};
