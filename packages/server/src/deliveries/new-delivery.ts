import { randomUUID } from 'node:crypto';
import type { DeliveryRow } from '../submissions/rows.ts';

/**
 * The row of something that has to reach a receiver.
 * @param due when it may go; without it, it is held until the submission is released
 */
export function newDelivery(
  submissionId: string,
  service: { readonly name: string; readonly kind: 'delivery' | 'mail' },
  due: Date | undefined,
): DeliveryRow {
  return {
    id: randomUUID(),
    submissionId,
    service: service.name,
    kind: service.kind,
    state: due ? 'pending' : 'held',
    attempts: 0,
    lastError: null,
    nextTry: due ?? null,
    claimedUntil: null,
    confirmation: null,
    confirmedAt: null,
  };
}
