import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** An amount may come to nothing: `when` keeps people from a payment of 0.00. */
export const paymentAlways: Advice = {
  code: 'payment-always',
  group: 'services',
  form({ resolved }, say) {
    for (const [name, service] of Object.entries(resolved.form.services ?? {})) {
      const isFixed = /^\s*[1-9]\d*\s*$/u.test(String(service.amount ?? ''));
      if (service.kind === 'payment' && service.when === undefined && !isFixed) {
        say({ name }, { file: 'form.json', at: joinPointer('/services', name) });
      }
    }
  },
};
