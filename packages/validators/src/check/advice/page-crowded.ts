import type { Advice } from './advice.ts';

/** Questions on one page before it is felt as a form to wade through. */
const most = 12;

/** One question or one topic per page. */
export const pageCrowded: Advice = {
  code: 'page-crowded',
  group: 'usability',
  step({ step, fields }, say) {
    const questions = fields.filter(({ kind }) => kind === 'field').length;
    if (questions > most) say({ id: step.id, count: questions, limit: most });
  },
};
