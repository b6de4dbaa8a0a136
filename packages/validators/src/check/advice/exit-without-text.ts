import type { Advice } from './advice.ts';

/** Who is turned away is told why, and where to go instead. */
export const exitWithoutText: Advice = {
  code: 'exit-without-text',
  group: 'usability',
  step({ step }, say) {
    if (step.kind === 'exit' && step.text === undefined && (step.fields ?? []).length === 0) say({ id: step.id });
  },
};
