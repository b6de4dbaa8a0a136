import type { Advice } from './advice.ts';

/** Which files, and how large: what a form does not need it does not take. */
export const fileUnlimited: Advice = {
  code: 'file-unlimited',
  group: 'security',
  field({ kind, control, schema, name }, say) {
    if (kind !== 'field' || control !== 'file') return;
    const missing = (['accept', 'maxBytes'] as const).filter((keyword) => schema[keyword] === undefined);
    if (missing.length > 0) say({ name, missing: missing.join(', ') });
  },
};
