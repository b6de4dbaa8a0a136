import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/config.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { verifySecret } from '../crypto/verify-secret.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open.ts';
import { forms } from './schema.ts';

let dataDir: string;
let database: Database;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  // As a first start leaves it that was killed half way.
  await mkdir(join(dataDir, 'database'));
  await writeFile(join(dataDir, 'database', 'PG_VERSION'), '');
  await writeFile(join(dataDir, 'database.unfinished'), '');
  database = await openDatabase({ dataDir });
}, 60_000);
afterAll(async () => {
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('a first start that was killed half way begins anew', async () => {
  expect(await database.ping()).toBe(true);
  expect(await readdir(dataDir)).not.toContain('database.unfinished');
});

test('a published version never changes, but may be retired once', async () => {
  const { connection } = database;
  await connection
    .insert(forms)
    .values({ id: 'a', version: '1.0.0', hash: 'x', source: '{}', publishedAt: new Date() });
  await expect(connection.update(forms).set({ source: '[]' })).rejects.toThrow();
  await expect(connection.delete(forms)).rejects.toThrow();
  await connection.update(forms).set({ retiredAt: new Date() });
  await expect(connection.update(forms).set({ retiredAt: new Date() })).rejects.toThrow();
});

test('another secret is noticed before anything is written with it', async () => {
  const [first, second] = ['first', 'second'].map((name) => Buffer.from(`the ${name} secret of many characters`));
  if (!first || !second) return;
  await verifySecret(database.connection, createKeyring([first]));
  await verifySecret(database.connection, createKeyring([first]));
  await expect(verifySecret(database.connection, createKeyring([second]))).rejects.toMatchObject({
    code: 'secret-wrong',
  });
  await verifySecret(database.connection, createKeyring([second, first]));
  await verifySecret(database.connection, createKeyring([second]));
});

test('a database that is not there is one sentence, without its password', async () => {
  const url = 'postgresql://schalter:geheim@127.0.0.1:1/forms';
  await expect(openDatabase({ url, dataDir })).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.not.stringContaining('geheim'),
  });
});
