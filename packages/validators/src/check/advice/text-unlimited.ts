import type { Advice } from './advice.ts';

/** Formats that know their length themselves. */
const limited = new Set(['date', 'time', 'date-time', 'year-month', 'microchip', 'iban', 'bic', 'postal-code-de']);

/** A text without a limit does not fit the receiver's column one day. */
export const textUnlimited: Advice = {
  code: 'text-unlimited',
  group: 'usability',
  field({ kind, schema, isAsked, name }, say) {
    if (kind !== 'field' || schema.type !== 'string' || !isAsked) return;
    const { maxLength, pattern, oneOf, enum: listed, const: only, format = '', service } = schema;
    const isLimited = maxLength ?? pattern ?? oneOf ?? listed ?? only ?? service;
    if (isLimited === undefined && !limited.has(format)) say({ name });
  },
};
