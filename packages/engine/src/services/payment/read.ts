import { type PaymentStatus, paymentStates } from '../../ports/payment.ts';
import { submissionStates } from '../../view.ts';
import { addressOf, fieldsOf, instantOf, oneOf } from '../read.ts';

/** What a port says of a payment. */
export function readStatus(value: unknown): PaymentStatus | undefined {
  const fields = fieldsOf(value);
  const state = oneOf(paymentStates, fields?.state);
  const submission = oneOf(submissionStates, fields?.submission);
  const url = addressOf(fields?.url);
  const until = instantOf(fields?.until);
  if (!state || !submission) return undefined;
  return { state, submission, ...(url === undefined ? {} : { url }), ...(until === undefined ? {} : { until }) };
}
