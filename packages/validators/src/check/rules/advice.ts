import type { Advice, AdvisedForm, Say } from '../advice/advice.ts';
import { advisedForm, isBuiltIn } from '../advice/advised-form.ts';
import { advisedTexts } from '../advice/advised-texts.ts';
import { advices } from '../advice/index.ts';
import { type CheckContext, hasErrors, type Rule, report } from '../context.ts';
import type { Place } from '../place.ts';

/** What would serve people better: usability, plain language, accessibility, privacy, security, services, lists, cases. */
export const advice: Rule = {
  name: 'advice',
  run(context) {
    // Advice on a form that does not work would only hide what is wrong.
    if (hasErrors(context)) return;
    const form = advisedForm(context);
    if (!form) return;
    const wanted = advices.filter(({ code }) => context.severities[code] !== 'off');
    lookAt(context, form, wanted);
  },
};

function lookAt(context: CheckContext, form: AdvisedForm, wanted: readonly Advice[]): void {
  const sayAt = ({ code }: Advice, place: Place): Say => {
    return (params = {}, at = place) => {
      if (!isBuiltIn(at)) report(context, code, at, params, 'warning');
    };
  };
  const of = <Kind extends keyof Advice>(kind: Kind) => wanted.filter((one) => one[kind] !== undefined);
  for (const field of form.fields) for (const one of of('field')) one.field?.(field, sayAt(one, field.place), form);
  for (const step of form.steps) for (const one of of('step')) one.step?.(step, sayAt(one, step.place), form);
  const aboutTexts = of('text');
  for (const text of advisedTexts(form)) for (const one of aboutTexts) one.text?.(text, sayAt(one, text.place), form);
  for (const one of of('form')) one.form?.(form, sayAt(one, { file: 'form.json', at: '' }));
}
