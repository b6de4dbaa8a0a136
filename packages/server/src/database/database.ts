import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { PgBoss } from 'pg-boss';

/** Drizzle over either driver. */
export type Connection = PgDatabase<PgQueryResultHKT>;

/** Inside `connection.transaction(async (transaction) => …)`. */
export type Transaction = Parameters<Parameters<Connection['transaction']>[0]>[0];

/** Where statements run: on the connection, or inside a transaction. */
export type Statements = Connection | Transaction;

/** One database for everything the server keeps. */
export interface Database {
  readonly kind: 'embedded' | 'postgresql';
  readonly connection: Connection;
  /** The work queue over the same database, not started. */
  createBoss(): PgBoss;
  /** Whether it answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}
