import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failingServer, startServer, temporaryFolder } from './support/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** One sentence on the error output, and status 1. */
function expectSentence(result: { status: number | null; errors: string }, word: string) {
  expect(result.errors).toContain(word);
  expect(result.errors.trim().split('\n')).toHaveLength(1);
  expect(result.status).toBe(1);
}

test('a data folder that another process uses is refused', async () => {
  const dataDir = join(folder.path, 'data');
  const first = await startServer({ dataDir });
  try {
    expectSentence(await failingServer({ dataDir }), dataDir);
  } finally {
    expect(await first.stop()).toBe(0);
  }
});

test('a folder left behind by a killed process is taken over', async () => {
  const dataDir = join(folder.path, 'data');
  await (await startServer({ dataDir })).kill();
  expect(await (await startServer({ dataDir })).stop()).toBe(0);
});

test('a data folder that cannot be written is one sentence', async () => {
  await writeFile(join(folder.path, 'file'), '');
  const dataDir = join(folder.path, 'file', 'data');
  expectSentence(await failingServer({ dataDir }), dataDir);
});

test('a port that is taken is one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const dataDir = join(folder.path, 'data');
    await mkdir(dataDir);
    expectSentence(await failingServer({ dataDir, env: { PORT: String(port), HOST: '127.0.0.1' } }), String(port));
  } finally {
    other.close();
  }
});
