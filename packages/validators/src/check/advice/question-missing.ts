import type { Advice } from './advice.ts';

/** "Yes" and "no" answer a question: the label, or the title of the step that stands for it, has to be one. */
export const questionMissing: Advice = {
  code: 'question-missing',
  group: 'usability',
  field({ control, schema, isAsked, template, steps }, say, { resolved, program }) {
    if (control !== 'yes-no' || !isAsked || schema.title === undefined) return;
    const asking = program.steps.find(({ id, titleIsLabel, asks }) => {
      return titleIsLabel && steps.includes(id) && asks.includes(template);
    });
    const title = resolved.form.steps.find(({ id }) => id === asking?.id)?.title ?? schema.title;
    if (!title.trim().endsWith('?')) say({ title });
  },
};
