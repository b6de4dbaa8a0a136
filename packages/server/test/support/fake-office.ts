import type { Delivery, DeliveryPort } from '@schalter/adapters';
import { SchalterError } from '@schalter/definition';

/** An office that can be out of reach. */
export interface FakeOffice extends DeliveryPort {
  readonly received: Delivery[];
  /** How many of the next attempts fail. */
  failing: number;
  attempts: number;
}

export function fakeOffice(): FakeOffice {
  const office: FakeOffice = {
    received: [],
    failing: 0,
    attempts: 0,
    async deliver(delivery) {
      office.attempts += 1;
      if (office.failing > 0) {
        office.failing -= 1;
        throw new SchalterError('internal', {}, { cause: 'erika@mustermann.example is not to be logged' });
      }
      if (!office.received.some(({ id }) => id === delivery.id)) office.received.push(delivery);
      return { confirmation: `got ${delivery.id}` };
    },
    check: async () => ({ ok: true, parts: [] }),
    close: async () => undefined,
  };
  return office;
}
