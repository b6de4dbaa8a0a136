import type { PaymentPort, PaymentRequest, PaymentState } from '../ports/payment.ts';
import type { SubmissionState } from '../view.ts';
import { failure, Remote } from './remote.ts';

export interface PaymentDouble extends PaymentPort {
  readonly remote: Remote;
  /** Payments that were begun, the newest last. */
  readonly begun: readonly PaymentRequest[];
  /** What becomes of the newest payment, or of what is owed where none was begun. */
  decide(outcome: Exclude<PaymentState, 'pending'>): void;
  /** How often it was paid. */
  paid(): number;
}

const submissionStates: Readonly<Record<PaymentState, SubmissionState>> = {
  pending: 'awaiting-payment',
  paid: 'released',
  failed: 'awaiting-payment',
  cancelled: 'awaiting-payment',
  expired: 'expired',
};

/** A payment system in memory, for one submission: one payment at a time, and none after it was paid. */
export function paymentDouble(until = '2026-11-24T10:00:00Z'): PaymentDouble {
  const remote = new Remote();
  const begun: { readonly request: PaymentRequest; state: PaymentState }[] = [];
  let expired = false;
  const current = () => begun.at(-1);
  const state = (): PaymentState =>
    begun.some((one) => one.state === 'paid') ? 'paid' : expired ? 'expired' : (current()?.state ?? 'pending');
  const urlOf = ({ submission, attempt }: PaymentRequest) => `https://zahlung.example/${submission}/${attempt}`;
  return {
    remote,
    get begun() {
      return begun.map(({ request }) => request);
    },
    begin: (request, signal) =>
      remote.answer('begin', signal, () => {
        const now = state();
        if (now === 'paid') throw failure('already-paid');
        if (now === 'expired') throw failure('expired');
        const same = begun.find((one) => one.request.attempt === request.attempt);
        const open = current();
        if (open?.state === 'pending' && same !== open) throw failure('already-begun');
        if (same && same.state !== 'pending') throw failure('already-begun');
        if (!same) begun.push({ request, state: 'pending' });
        return { url: urlOf(request) };
      }),
    status: (_, signal) =>
      remote.answer('status', signal, () => {
        const now = state();
        const open = current();
        return {
          state: now,
          submission: submissionStates[now],
          ...(now === 'pending' && open ? { url: urlOf(open.request) } : {}),
          ...(now === 'paid' || now === 'expired' ? {} : { until }),
        };
      }),
    decide(outcome) {
      const open = current();
      if (outcome === 'expired') expired = true;
      else if (open) open.state = outcome;
    },
    paid: () => begun.filter((one) => one.state === 'paid').length,
  };
}
