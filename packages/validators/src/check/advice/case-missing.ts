import type { Advice } from './advice.ts';

/** A form without cases is tested by citizens. */
export const caseMissing: Advice = {
  code: 'case-missing',
  group: 'cases',
  form({ source }, say) {
    if (Object.keys(source.cases).length === 0) say();
  },
};
