import type { Advice } from './advice.ts';

/** A choice of one is none. */
export const optionAlone: Advice = {
  code: 'option-alone',
  group: 'usability',
  field({ schema, isAsked, name }, say) {
    const options = schema.oneOf ?? schema.enum;
    if (options?.length === 1 && isAsked && schema.type !== 'array') say({ name });
  },
};
