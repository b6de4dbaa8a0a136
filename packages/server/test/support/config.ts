import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigFile, ServerConfig } from '../../src/config/config.ts';

export const fixtureForms = join(import.meta.dirname, '../forms');

/** A configuration for tests: everything in a folder of its own, no mail sandbox. */
export function testConfig(dataDir: string, more: Partial<ServerConfig> = {}, settings: ConfigFile = {}): ServerConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    formsDir: fixtureForms,
    logLevel: 'silent',
    folder: dataDir,
    settings: { payment: 'later', ...settings },
    ...more,
  };
}

export async function temporaryFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'schalter-server-'));
}
