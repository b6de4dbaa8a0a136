import type { Advice } from './advice.ts';

/** Days a draft waits for its person, and a delivered submission lies beside the office's own file. */
const most = { draftDays: 90, deliveredDays: 365 } as const;

export const retentionLong: Advice = {
  code: 'retention-long',
  group: 'privacy',
  form({ resolved }, say) {
    for (const keyword of ['draftDays', 'deliveredDays'] as const) {
      const days = resolved.form.retention?.[keyword] ?? 0;
      if (days > most[keyword]) {
        say({ keyword, days, limit: most[keyword] }, { file: 'form.json', at: `/retention/${keyword}` });
      }
    }
  },
};
