import { SchalterError } from '@schalter/definition';
import type { SubmissionState } from '@schalter/engine';

/** What may follow what in the life of a submission. Deliveries are held until `released`. */
const transitions: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  received: ['awaiting-payment', 'released', 'cancelled', 'withdrawn', 'needs-attention'],
  'awaiting-payment': ['released', 'cancelled', 'expired', 'withdrawn', 'needs-attention'],
  released: ['delivered', 'withdrawn', 'needs-attention'],
  delivered: [],
  // The next attempt after a cancelled payment.
  cancelled: ['awaiting-payment'],
  // Money that arrives too late is a person's business.
  expired: ['needs-attention'],
  'needs-attention': ['released', 'delivered', 'cancelled', 'withdrawn'],
  withdrawn: [],
};

/** @throws SchalterError `transition-refused` */
export function assertTransition(from: SubmissionState, to: SubmissionState): void {
  if (!transitions[from].includes(to)) throw new SchalterError('transition-refused', { from, to });
}

/** A state as stored. @throws SchalterError `internal` for anything else */
export function readState(text: string): SubmissionState {
  const known = states.find((state) => state === text);
  if (!known) throw new SchalterError('internal');
  return known;
}

const states: readonly SubmissionState[] = [
  'received',
  'awaiting-payment',
  'released',
  'delivered',
  'cancelled',
  'expired',
  'needs-attention',
  'withdrawn',
];
