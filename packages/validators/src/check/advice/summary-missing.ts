import type { Advice } from './advice.ts';

/** Before people start they want to know what it is for, how long it takes and what to have at hand. */
export const summaryMissing: Advice = {
  code: 'summary-missing',
  group: 'usability',
  form({ resolved }, say) {
    if (resolved.form.summary === undefined) say();
  },
};
