import { joinPointer } from '@schalter/definition';
import { type Advice, settingOf } from './advice.ts';

/** An appointment is at an office, for a concern. */
export const bookingWithoutOffice: Advice = {
  code: 'booking-without-office',
  group: 'services',
  form({ resolved }, say) {
    for (const [name, service] of Object.entries(resolved.form.services ?? {})) {
      if (service.kind !== 'booking') continue;
      const missing = ['office', 'concern'].filter((keyword) => settingOf(service, keyword) === undefined);
      if (missing.length > 0) {
        say({ name, missing: missing.join(', ') }, { file: 'form.json', at: joinPointer('/services', name) });
      }
    }
  },
};
