import { type SQL, sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { type Db, fromDrizzle, type PgBoss } from 'pg-boss';
import type { Database, Transaction } from '../database/database.ts';

const queueName = 'deliveries';
/** Milliseconds that deliveries under way get to finish when the server stops. */
const stopTimeout = 10_000;

/** Says when to look at a delivery. The delivery's row is the truth; a job that comes twice finds nothing to do. */
export interface DeliveryQueue {
  /** Adds a job inside the transaction that writes the delivery's row: both are there, or none. */
  add(transaction: Transaction, delivery: string, startAfter?: Date): Promise<void>;
  /** Starts work that was added, without waiting for the next poll. */
  nudge(): void;
  /**
   * Makes the queue ready to take jobs. Comes before the first request: pg-boss looks an unknown queue up on the one
   * connection that a transaction of ours may be holding.
   */
  open(): Promise<void>;
  start(work: (delivery: string) => Promise<void>): Promise<void>;
  /** Waits for deliveries under way, but not for ever. */
  stop(): Promise<void>;
}

/** Makes the queue over pg-boss. Several processes share it; each job goes to one of them. */
export function createDeliveryQueue(database: Database, log: FastifyBaseLogger): DeliveryQueue {
  const boss: PgBoss = database.createBoss();
  boss.on('error', (error) => log.error({ err: error }, 'the work queue met an error'));
  let worker: string | undefined;
  return {
    async add(transaction, delivery, startAfter) {
      await boss.send(
        queueName,
        { delivery },
        { db: inside(transaction), ...(startAfter === undefined ? {} : { startAfter }) },
      );
    },
    nudge() {
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    async open() {
      await boss.start();
      // Failures are counted in the delivery's row: a job itself is tried once more at most, after a crash.
      const options = { retryLimit: 1, expireInSeconds: 300, deleteAfterSeconds: 86_400 };
      if (await boss.getQueue(queueName)) await boss.updateQueue(queueName, options);
      else await boss.createQueue(queueName, options);
    },
    async start(work) {
      worker = await boss.work<{ readonly delivery: string }>(
        queueName,
        { pollingIntervalSeconds: 2, batchSize: 5 },
        async (jobs) => {
          await Promise.all(jobs.map((job) => work(job.data.delivery)));
        },
      );
    },
    async stop() {
      worker = undefined;
      await boss.stop({ graceful: true, timeout: stopTimeout });
    },
  };
}

/** Statements of pg-boss inside a transaction of ours. Both drivers answer with rows; Drizzle's common type does not say so. */
function inside(transaction: Transaction): Db {
  const execute = async (query: unknown) => {
    const result: unknown = await transaction.execute(query as SQL);
    return result as { rows: unknown[] };
  };
  return fromDrizzle({ execute }, sql);
}
