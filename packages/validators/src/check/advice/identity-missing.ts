import type { Advice } from './advice.ts';

/** Claims come from a login: without one the field is never filled. */
export const identityMissing: Advice = {
  code: 'identity-missing',
  group: 'services',
  field({ schema, name }, say, { resolved }) {
    if (!schema.prefill?.startsWith('identity.')) return;
    const kinds = Object.values(resolved.form.services ?? {}).map(({ kind }) => kind);
    if (!kinds.includes('identity')) say({ name });
  },
};
