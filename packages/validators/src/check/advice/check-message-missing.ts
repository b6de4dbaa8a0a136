import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** A failed check without a message leaves people with "this is not right". */
export const checkMessageMissing: Advice = {
  code: 'check-message-missing',
  group: 'usability',
  field({ schema, place }, say) {
    (schema.checks ?? []).forEach(({ id, message }, index) => {
      if (message === undefined && schema.messages?.[id] === undefined) {
        say({ id }, { ...place, at: joinPointer(place.at, 'checks', index) });
      }
    });
  },
  step({ step, place }, say) {
    (step.checks ?? []).forEach(({ id, message }, index) => {
      if (message === undefined) say({ id }, { ...place, at: joinPointer(place.at, 'checks', index) });
    });
  },
};
