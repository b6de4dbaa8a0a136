import type { JsonObject } from '@schalter/definition';
import type { SnapshotFrom } from 'xstate';
import { addressOf, fieldsOf, instantOf, oneOf, textOf } from '../read.ts';
import { type PaymentInput, type paymentMachine, restingStates } from './machine.ts';

/* What is saved of payments. */

export type PaymentSnapshot = SnapshotFrom<typeof paymentMachine>;
export type PaymentPart = Omit<PaymentInput, 'port' | 'service' | 'heard'>;

/** Nothing is owed yet. */
export const fresh: PaymentPart = {
  state: 'idle',
  submission: undefined,
  attempt: 0,
  url: undefined,
  until: undefined,
  failure: undefined,
};

export function partOf(snapshot: PaymentSnapshot | undefined): JsonObject | undefined {
  if (!snapshot) return undefined;
  const { submission, attempt, url, until, failure, rest } = snapshot.context;
  const { value } = snapshot;
  // What was being asked is asked again; what was being begun may have been: the other end knows.
  const state = oneOf(restingStates, value) ?? (value === 'checking' && url !== undefined ? 'leaving' : rest);
  if (submission === undefined && attempt === 0) return undefined;
  return {
    state: submission === undefined ? 'idle' : state,
    attempt,
    ...(submission === undefined ? {} : { submission }),
    ...(url === undefined || state !== 'leaving' ? {} : { url }),
    ...(until === undefined ? {} : { until }),
    ...(failure === undefined ? {} : { failure }),
  };
}

export function readAll(parts: Readonly<Record<string, unknown>>): Map<string, PaymentPart> | undefined {
  const read = new Map<string, PaymentPart>();
  for (const [name, value] of Object.entries(parts)) {
    const part = fieldsOf(value);
    const state = oneOf(restingStates, part?.state);
    const attempt = part?.attempt;
    if (!part || !state || typeof attempt !== 'number' || !Number.isSafeInteger(attempt) || attempt < 0)
      return undefined;
    const submission = textOf(part.submission);
    const url = addressOf(part.url);
    if ((submission === undefined && state !== 'idle') || (part.url !== undefined && url === undefined))
      return undefined;
    read.set(name, { state, attempt, submission, url, until: instantOf(part.until), failure: textOf(part.failure) });
  }
  return read;
}
