import { and, eq, isNull, lt, lte, or } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { deliveries } from '../database/schema.ts';
import { deleteExpiredDrafts } from '../drafts/drafts.ts';
import { deleteDeliveredSubmissions } from '../submissions/retention.ts';

const interval = 10 * 60_000;

/** Does again and again what nobody asks for: finds due deliveries without a job, deletes what has expired. */
export interface Sweeper {
  /** One round. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** @param stopping when it is aborted, no further round begins */
export function startSweeper(context: ServerContext): Sweeper {
  let round: Promise<void> = Promise.resolve();
  const sweep = async () => {
    try {
      await resumeDeliveries(context);
      const drafts = await deleteExpiredDrafts(context.database.connection, context.now());
      const submissions = await deleteDeliveredSubmissions(context);
      if (drafts + submissions > 0) context.log.info({ drafts, submissions }, 'expired data deleted');
    } catch (error) {
      context.log.error({ err: error }, 'sweeping failed and will be tried again');
    }
  };
  const timer = setInterval(() => {
    round = round.then(sweep);
  }, interval);
  timer.unref();
  return {
    sweep() {
      round = round.then(sweep);
      return round;
    },
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

/**
 * A process may die between claiming a delivery and noting its outcome, and with it the job. The row says that it is
 * due: a second job does no harm.
 */
async function resumeDeliveries({ database, queue, now }: ServerContext): Promise<void> {
  const due = await database.connection
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.state, 'pending'),
        lte(deliveries.nextTry, now()),
        or(isNull(deliveries.claimedUntil), lt(deliveries.claimedUntil, now())),
      ),
    );
  for (const { id } of due) await database.connection.transaction((transaction) => queue.add(transaction, id));
  if (due.length > 0) queue.nudge();
}

/** The embedded database has one process: what is claimed at its start was claimed by one that is gone. */
export async function releaseClaims({ database }: ServerContext): Promise<void> {
  if (database.kind === 'embedded') await database.connection.update(deliveries).set({ claimedUntil: null });
}
