import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** An appointment is at an office: without one the calendar cannot know whose slots are free. */
export const bookingWithoutOffice: Advice = {
  code: 'booking-without-office',
  group: 'services',
  form({ resolved }, say) {
    for (const [name, { kind, receiver }] of Object.entries(resolved.form.services ?? {})) {
      if (kind === 'booking' && receiver === undefined) {
        say({ name }, { file: 'form.json', at: joinPointer('/services', name) });
      }
    }
  },
};
