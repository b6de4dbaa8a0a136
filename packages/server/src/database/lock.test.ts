import { spawn } from 'node:child_process';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/config.ts';
import { lockDataFolder } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'schalter.lock');

test('a folder in use is refused with the process that uses it, and free again afterwards', async () => {
  const lock = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'data-dir-in-use', params: { pid: process.pid } });
  await lock.release();
  await (await lockDataFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many that come at once one gets it, also over an abandoned lock', async () => {
  for (const abandoned of [false, true, true, true, true]) {
    if (abandoned) await writeFile(lockFile(), await lockOfDeadProcess());
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(folder)));
    const won = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await Promise.all(won.map((attempt) => attempt.value.release()));
    expect(await readdir(folder)).toEqual([]);
  }
});

test('what a killed process left behind is taken over', async () => {
  await writeFile(lockFile(), await lockOfDeadProcess());
  await (await lockDataFolder(folder)).release();
});

test('a later process with the same number is not mistaken for the holder', async () => {
  await (await lockDataFolder(folder)).release();
  const lock = await lockDataFolder(folder);
  const owner = JSON.parse(await readFile(lockFile(), 'utf8'));
  await lock.release();
  await writeFile(lockFile(), JSON.stringify({ ...owner, id: 'other', started: 'another boot/1' }));
  await (await lockDataFolder(folder)).release();
});

test('a lock of another machine counts while it is touched, and is abandoned afterwards', async () => {
  const lock = await lockDataFolder(folder);
  const owner = JSON.parse(await readFile(lockFile(), 'utf8'));
  await lock.release();
  await writeFile(lockFile(), JSON.stringify({ ...owner, id: 'other', host: 'elsewhere' }));
  const touching = setInterval(() => void utimes(lockFile(), new Date(), new Date()), 200);
  try {
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'data-dir-in-use' });
  } finally {
    clearInterval(touching);
  }
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lockFile(), longAgo, longAgo);
  await (await lockDataFolder(folder)).release();
});

test('a damaged lock file is no obstacle', async () => {
  await writeFile(lockFile(), '{"pid":');
  await (await lockDataFolder(folder)).release();
});

test('a folder that cannot be written is named', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(lockDataFolder(join(folder, 'file', 'data'))).rejects.toMatchObject({
    code: 'data-dir-not-writable',
    params: { detail: 'ENOTDIR' },
  });
});

/** As a process that was killed leaves it. */
async function lockOfDeadProcess(): Promise<string> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  const lock = await lockDataFolder(folder);
  const owner = JSON.parse(await readFile(lockFile(), 'utf8'));
  await lock.release();
  return JSON.stringify({ ...owner, id: 'dead', pid: child.pid });
}
