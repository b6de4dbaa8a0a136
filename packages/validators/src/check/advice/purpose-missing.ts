import type { Advice } from './advice.ts';

/** Data minimisation (Article 5 GDPR): what is asked although it is not needed at least says what for. */
const contact = new Set(['phone', 'email']);

export const purposeMissing: Advice = {
  code: 'purpose-missing',
  group: 'privacy',
  field({ kind, schema, isAsked, required, name }, say) {
    if (kind !== 'field' || !isAsked || required || schema.requiredWhen !== undefined) return;
    if (contact.has(schema.format ?? '') && schema.description === undefined && schema.help === undefined)
      say({ name });
  },
};
