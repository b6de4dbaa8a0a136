import type { SubmissionState } from '../view.ts';

/** What has become of a payment. `pending`: nothing is decided, whether anybody has begun to pay or not. */
export const paymentStates = ['pending', 'paid', 'failed', 'cancelled', 'expired'] as const;

export type PaymentState = (typeof paymentStates)[number];

export interface PaymentStatus {
  readonly state: PaymentState;
  /** Of the submission that is paid for. */
  readonly submission: SubmissionState;
  /** Where a payment that was begun goes on. */
  readonly url?: string;
  /** Until when it can be paid, as an instant. */
  readonly until?: string;
}

export interface PaymentRequest {
  /** Name of the service in the form. */
  readonly service: string;
  /** Id of the submission, from its receipt. What it costs, the server knows. */
  readonly submission: string;
  /** From 1. The same attempt begun twice is one payment; a new one only begins when the one before came to nothing. */
  readonly attempt: number;
}

/**
 * Lets a person pay for a submission that the server has stored. Rejects with a `PortError`: `already-paid`,
 * `already-begun` (an attempt before it is not over), `expired`, or anything else.
 */
export interface PaymentPort {
  /** @returns the page on which to pay; the payment is known to the server before the person is */
  begin(request: PaymentRequest, signal: AbortSignal): Promise<{ readonly url: string }>;
  /** Never what the person says who comes back, always what the one says who took the money. */
  status(request: Omit<PaymentRequest, 'attempt'>, signal: AbortSignal): Promise<PaymentStatus>;
}
