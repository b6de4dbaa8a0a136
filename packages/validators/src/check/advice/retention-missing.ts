import type { Advice } from './advice.ts';

/** Personal data are kept no longer than needed (Article 5 GDPR): the form says how long that is. */
export const retentionMissing: Advice = {
  code: 'retention-missing',
  group: 'privacy',
  form({ resolved }, say) {
    const { draftDays, deliveredDays } = resolved.form.retention ?? {};
    if (draftDays === undefined || deliveredDays === undefined) say();
  },
};
