import type { SubmissionState } from '@schalter/engine';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { submissionEvents, submissions } from '../database/schema.ts';
import { assertTransition, readState } from './states.ts';

/**
 * Moves a submission on and notes why. A submission that is there already stays as it is.
 * @throws SchalterError `transition-refused`
 */
export async function changeState(
  transaction: Transaction,
  id: string,
  to: SubmissionState,
  cause: string,
  at: Date,
): Promise<void> {
  const [row] = await transaction
    .select({ state: submissions.state })
    .from(submissions)
    .where(eq(submissions.id, id))
    .for('update');
  if (!row || row.state === to) return;
  const from = readState(row.state);
  assertTransition(from, to);
  await transaction
    .update(submissions)
    .set({ state: to, ...(to === 'delivered' ? { deliveredAt: at } : {}) })
    .where(eq(submissions.id, id));
  await transaction.insert(submissionEvents).values({ submissionId: id, at, from, to, cause });
}
