import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/config.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { builds, forms } from '../database/schema.ts';
import { loadForms } from '../forms/load.ts';
import { createPublisher } from './publish.ts';

let dataDir: string;
let database: Database;
beforeEach(async () => {
  dataDir = await temporaryFolder();
  database = await openDatabase({ dataDir });
});
afterEach(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const isServed = { unserved: () => [] } as unknown as Parameters<typeof createPublisher>[0]['services'];

test('the module of a version is made anew with the compiler, even of one that can no longer be compiled', async () => {
  const { connection } = database;
  const { forms: sources, library } = await loadForms(join(import.meta.dirname, '../../test/forms'));
  const [source] = sources.values();
  if (!source) throw new TypeError('there is no form');
  const publisher = createPublisher({ connection, services: isServed, now: () => new Date('2026-11-23T10:00:00Z') });
  const { id, version } = await publisher.publish(source, library);
  const [built] = await connection.select().from(builds).where(eq(builds.id, id));
  if (!built) throw new TypeError('nothing was built');
  expect(built.module).toMatch(/export \{ program, validate \};\n$/);

  // The same again, with a source that the compiler does not take any more.
  const broken = JSON.stringify({ form: { ...source.form, steps: [] }, locales: {}, library });
  await connection
    .insert(forms)
    .values({ id, version: '0.9.0', hash: 'x', source: broken, publishedAt: new Date('2026-11-22T10:00:00Z') });
  const outdated = { compiler: 'another', module: 'export const validate = 1;', moduleHash: '0' };
  await connection.insert(builds).values({ ...built, version: '0.9.0', ...outdated });
  await connection.update(builds).set(outdated).where(eq(builds.version, version));

  expect(await publisher.rebuild()).toEqual([`${id} 0.9.0`]);
  const rows = await connection.select().from(builds).where(eq(builds.id, id));
  expect(rows.map((row) => row.moduleHash)).toEqual([built.moduleHash, built.moduleHash]);
  expect(rows.map((row) => row.compiler).sort()).toEqual([built.compiler, 'another'].sort());
}, 60_000);
