import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/config.ts';
import { loadSecrets } from './secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('without a secret a key file is made once, for the owner only', async () => {
  const [first, second] = await Promise.all([loadSecrets({}, folder), loadSecrets({}, folder)]);
  expect(Buffer.from(first[0])).toEqual(Buffer.from(second[0]));
  expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect((await readFile(join(folder, 'secret.key'), 'utf8')).trim()).toHaveLength(43);
  expect(await readdir(folder)).toEqual(['secret.key']);
});

test('a secret that can be guessed is refused', async () => {
  await expect(loadSecrets({ secret: 'short' }, folder)).rejects.toMatchObject({ code: 'secret-too-short' });
});
