import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/config.ts';
import { loadConfig } from './load.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('without anything it is tried out on this machine only', async () => {
  expect(await loadConfig({ env: {}, folder })).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    dataDir: join(folder, '.data'),
    databaseUrl: undefined,
    formsDir: undefined,
    settings: { payment: 'later' },
  });
});

test('reads environment and file', async () => {
  await writeFile(join(folder, 'schalter.config.json'), '{"city":{"name":{"de":"Stadt A","en":"City of A"}}}');
  const env = { PORT: '0', DATA_DIR: '/data', BASE_URL: 'https://formulare.example/', DATABASE_URL: 'postgresql://x' };
  const config = await loadConfig({ env, folder, file: 'schalter.config.json' });
  expect(config).toMatchObject({ port: 0, dataDir: '/data', databaseUrl: 'postgresql://x' });
  // With a configuration, unpaid release is what it says, not a default.
  expect(config.settings).toEqual({
    city: { name: { de: 'Stadt A', en: 'City of A' } },
    baseUrl: 'https://formulare.example',
  });
});

test.each([
  ['{"citi":{}}', 'config-invalid'],
  ['{"payment":"never"}', 'config-invalid'],
  ['{"services":{"*":{"amt":{"options":{}}}}}', 'config-invalid'],
  ['{"city":', 'config-unreadable'],
  ['[]', 'config-unreadable'],
])('refuses %s', async (text, code) => {
  await writeFile(join(folder, 'other.json'), text);
  await expect(loadConfig({ env: {}, folder, file: 'other.json' })).rejects.toMatchObject({ code });
});

test('refuses a file that is not there, and values that make no sense', async () => {
  await expect(loadConfig({ env: {}, folder, file: 'nix.json' })).rejects.toMatchObject({ code: 'config-unreadable' });
  for (const env of [
    { PORT: '80a' },
    { PORT: '70000' },
    { LOG_LEVEL: 'loud' },
    { BASE_URL: 'city' },
    { TRUST_PROXY: 'maybe' },
  ]) {
    await expect(loadConfig({ env, folder })).rejects.toMatchObject({ code: 'config-value' });
  }
});

test('takes a module', async () => {
  await writeFile(join(folder, 'schalter.config.ts'), 'export default { payment: "later" as const };');
  expect((await loadConfig({ env: {}, folder })).settings).toEqual({ payment: 'later' });
});
