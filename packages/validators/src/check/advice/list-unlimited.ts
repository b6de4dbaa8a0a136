import type { Advice } from './advice.ts';

/** A list without a limit is an invitation to a script. */
export const listUnlimited: Advice = {
  code: 'list-unlimited',
  group: 'usability',
  field({ kind, schema, isAsked, name }, say) {
    const isChoice = schema.items?.oneOf !== undefined || schema.items?.enum !== undefined;
    if (kind === 'list' && isAsked && schema.maxItems === undefined && !isChoice) say({ name });
  },
};
