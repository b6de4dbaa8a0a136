import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SchalterError } from '@schalter/definition';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { lockDataFolder } from './lock.ts';

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Settings of the work queue that hold for both databases: times are kept by rows, not by cron. */
const bossOptions = { schedule: false, monitorVacuum: false } as const;

/**
 * Opens the database and brings it up to date: PostgreSQL by its address, else PGlite in the data folder, which is
 * locked for this process. Drivers are loaded only when they are used.
 * @throws SchalterError `data-dir-in-use`, `data-dir-not-writable`, `data-dir-damaged`, `database-unreachable`
 */
export async function openDatabase(options: {
  readonly url?: string | undefined;
  readonly dataDir: string;
}): Promise<Database> {
  return options.url === undefined ? await openEmbedded(options.dataDir) : await openPostgresql(options.url);
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const lock = await lockDataFolder(dataDir);
  try {
    const [{ PGlite }, { drizzle }, { migrate }, { PgBoss, fromPglite }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('drizzle-orm/pglite'),
      import('drizzle-orm/pglite/migrator'),
      import('pg-boss'),
    ]);
    const folder = join(dataDir, 'database');
    // A first start that is killed half way leaves this mark beside what only looks like a database.
    const unfinished = `${folder}.unfinished`;
    if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true });
    if (!existsSync(folder)) await writeFile(unfinished, '', { flush: true });
    const client = await PGlite.create(folder);
    await rm(unfinished, { force: true });
    const connection = drizzle(client);
    await migrate(connection, { migrationsFolder });
    return {
      kind: 'embedded',
      connection,
      createBoss: () => new PgBoss({ ...bossOptions, db: fromPglite(client), backend: 'pglite' }),
      ping: () => answers(connection),
      async close() {
        await client.close();
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw new SchalterError('data-dir-damaged', { path: dataDir, detail: describe(cause) }, { cause });
  }
}

async function openPostgresql(url: string): Promise<Database> {
  const [{ Pool }, { drizzle }, { migrate }, { PgBoss }] = await Promise.all([
    import('pg').then((module) => module.default),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
    import('pg-boss'),
  ]);
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that dies while idle is replaced by the pool; unheard it would end the process.
  pool.on('error', () => undefined);
  const connection = drizzle(pool);
  try {
    const client = await pool.connect();
    try {
      // Several processes may start at once: one migrates, the others wait and find nothing to do.
      await client.query('SELECT pg_advisory_lock(815400)');
      await migrate(drizzle(client), { migrationsFolder });
    } finally {
      await client.query('SELECT pg_advisory_unlock(815400)').catch(() => undefined);
      client.release();
    }
  } catch (cause) {
    await pool.end();
    throw new SchalterError('database-unreachable', { detail: describe(cause) }, { cause });
  }
  return {
    kind: 'postgresql',
    connection,
    createBoss: () => new PgBoss({ ...bossOptions, connectionString: url, max: 4 }),
    ping: () => answers(connection),
    close: () => pool.end(),
  };
}

async function answers(connection: Database['connection']): Promise<boolean> {
  try {
    await connection.execute(sql`SELECT 1`);
    return true;
  } catch {
    return false;
  }
}

/** A driver's message without the address, which may hold a password. */
function describe(cause: unknown): string {
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
  const message = inner instanceof Error ? inner.message : String(inner);
  return message.replace(/\w+:\/\/\S+/g, '…').split('\n')[0] ?? '';
}
