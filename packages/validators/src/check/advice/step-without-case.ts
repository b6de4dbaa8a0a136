import { coverageOf } from '@schalter/engine/analysis';
import { compileValidate } from '../../compile-validate.ts';
import type { Advice } from './advice.ts';

/** A step that no case reaches has never been tried. */
export const stepWithoutCase: Advice = {
  code: 'step-without-case',
  group: 'cases',
  form({ program, resolved, source }, say) {
    const cases = Object.values(source.cases);
    // That there are none is said already.
    if (cases.length === 0) return;
    const { steps } = coverageOf(program, resolved.form, cases, compileValidate(resolved.form.data));
    for (const { id, at, visits } of steps) {
      if (visits === 0) say({ id }, { file: 'form.json', at: at ?? '/steps' });
    }
  },
};
