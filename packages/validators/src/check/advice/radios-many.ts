import type { Advice } from './advice.ts';

/** Radio buttons all stand on the page: beyond a dozen, a list that can be searched is shorter. */
const most = 12;

export const radiosMany: Advice = {
  code: 'radios-many',
  group: 'usability',
  field({ control, schema }, say) {
    const count = schema.oneOf?.length ?? 0;
    if (control === 'radios' && count > most) say({ count, limit: most });
  },
};
