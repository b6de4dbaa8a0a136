import { SchalterError } from '@schalter/definition';
import type { SubmissionState } from '@schalter/engine';
import { and, eq, isNull, lt, lte, or } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { deliveries, submissions } from '../database/schema.ts';
import { changeState } from '../submissions/change-state.ts';
import type { DeliveryRow } from '../submissions/rows.ts';
import { readState } from '../submissions/states.ts';
import { deliverByMail } from './by-mail.ts';
import { pauseAfter } from './pauses.ts';
import { deliverToOffice } from './to-office.ts';

/** What was withdrawn or cancelled meanwhile reaches nobody. */
const deliverable: readonly SubmissionState[] = ['released', 'delivered', 'needs-attention'];

/** Milliseconds an adapter gets for one attempt. */
const attemptTimeout = 120_000;
/** Longer than an attempt: after that the process that claimed it is gone. */
const claimTimeout = 180_000;

/**
 * One attempt at a delivery: claims it, hands it to its adapter, notes the outcome. Never rejects for what an adapter
 * does; a delivery that is done, not due or claimed elsewhere is left alone.
 */
export async function attemptDelivery(context: ServerContext, id: string, stopping: AbortSignal): Promise<void> {
  const claimed = await claim(context, id);
  if (!claimed) return;
  const { delivery, submission } = claimed;
  try {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(attemptTimeout)]);
    const handOver = delivery.kind === 'mail' ? deliverByMail : deliverToOffice;
    const { confirmation } = await handOver(context, delivery, submission, signal);
    await confirm(context, delivery, confirmation);
    context.log.info({ delivery: id, service: delivery.service, attempts: delivery.attempts }, 'delivered');
  } catch (error) {
    if (stopping.aborted) await unclaim(context, delivery);
    else await fail(context, delivery, error);
  }
}

async function claim({ database, now }: ServerContext, id: string) {
  const [due] = await database.connection
    .select({ delivery: deliveries, submission: submissions })
    .from(deliveries)
    .innerJoin(submissions, eq(submissions.id, deliveries.submissionId))
    .where(and(eq(deliveries.id, id), eq(deliveries.state, 'pending')));
  if (!due || !deliverable.includes(readState(due.submission.state))) return undefined;
  const { delivery, submission } = due;
  const attempts = delivery.attempts + 1;
  const claimedUntil = new Date(now().getTime() + claimTimeout);
  const taken = await database.connection
    .update(deliveries)
    .set({ attempts, claimedUntil })
    .where(
      and(
        eq(deliveries.id, id),
        eq(deliveries.state, 'pending'),
        eq(deliveries.attempts, delivery.attempts),
        or(isNull(deliveries.claimedUntil), lt(deliveries.claimedUntil, now())),
        lte(deliveries.nextTry, now()),
      ),
    )
    .returning({ id: deliveries.id });
  return taken.length === 0 ? undefined : { delivery: { ...delivery, attempts }, submission };
}

/** The attempt did not count: the server stops, the next start goes on. */
async function unclaim({ database }: ServerContext, delivery: DeliveryRow): Promise<void> {
  await database.connection
    .update(deliveries)
    .set({ attempts: delivery.attempts - 1, claimedUntil: null })
    .where(eq(deliveries.id, delivery.id));
}

async function confirm(context: ServerContext, delivery: DeliveryRow, confirmation: string): Promise<void> {
  await context.database.connection.transaction(async (transaction) => {
    // Of two confirmations at once the second has to see the first: they take turns at the submission.
    await transaction
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.id, delivery.submissionId))
      .for('update');
    await transaction
      .update(deliveries)
      .set({
        state: 'confirmed',
        confirmation,
        confirmedAt: context.now(),
        claimedUntil: null,
        lastError: null,
        nextTry: null,
      })
      .where(eq(deliveries.id, delivery.id));
    if (delivery.kind !== 'delivery') return;
    // Delivered is what every office has confirmed; a mail that is still on its way does not hold it up.
    const open = await transaction
      .select({ state: deliveries.state })
      .from(deliveries)
      .where(and(eq(deliveries.submissionId, delivery.submissionId), eq(deliveries.kind, 'delivery')));
    if (open.every(({ state }) => state === 'confirmed')) {
      await changeState(transaction, delivery.submissionId, 'delivered', 'every receiver has confirmed', context.now());
    }
  });
}

async function fail(context: ServerContext, delivery: DeliveryRow, error: unknown): Promise<void> {
  const lastError = describe(error);
  const forGood = error instanceof SchalterError && 'retry' in error && error.retry === false;
  const pause = forGood ? undefined : pauseAfter(delivery.attempts);
  const facts = { delivery: delivery.id, service: delivery.service, attempts: delivery.attempts, reason: lastError };
  await context.database.connection.transaction(async (transaction) => {
    if (pause !== undefined) {
      const nextTry = new Date(context.now().getTime() + pause);
      await transaction
        .update(deliveries)
        .set({ lastError, nextTry, claimedUntil: null })
        .where(eq(deliveries.id, delivery.id));
      await context.queue.add(transaction, delivery.id, nextTry);
      return;
    }
    await transaction
      .update(deliveries)
      .set({ state: 'needs-attention', lastError, nextTry: null, claimedUntil: null })
      .where(eq(deliveries.id, delivery.id));
    if (delivery.kind === 'delivery') {
      await changeState(
        transaction,
        delivery.submissionId,
        'needs-attention',
        'a delivery failed for good',
        context.now(),
      );
    }
  });
  if (pause === undefined) context.log.error(facts, 'a delivery needs attention: nobody has received it');
  else context.log.warn({ ...facts, pause }, 'a delivery failed and will be tried again');
}

/** Code and sentence of a failure, without addresses of people: this is logged and shown to operators. */
function describe(error: unknown): string {
  const code = error instanceof SchalterError ? error.code : 'internal';
  const message = error instanceof Error ? error.message : String(error);
  return `${code}: ${message.replace(/[^\s<>"]+@[^\s<>"]+/g, '…@…')}`.slice(0, 500);
}
