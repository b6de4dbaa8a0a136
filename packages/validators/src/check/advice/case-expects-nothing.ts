import type { Advice } from './advice.ts';

/** A case that expects nothing always passes. */
export const caseExpectsNothing: Advice = {
  code: 'case-expects-nothing',
  group: 'cases',
  form({ source }, say) {
    for (const [name, { expect }] of Object.entries(source.cases)) {
      if (Object.keys(expect).length === 0) say({ name }, { file: `cases/${name}.json`, at: '/expect' });
    }
  },
};
