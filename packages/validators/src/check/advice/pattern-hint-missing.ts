import type { Advice } from './advice.ts';

/** What has to be written in one particular way is told before people try: by an example in the hint. */
export const patternHintMissing: Advice = {
  code: 'pattern-hint-missing',
  group: 'usability',
  field({ schema, isAsked, name }, say) {
    if (schema.pattern !== undefined && isAsked && schema.description === undefined) say({ name });
  },
};
