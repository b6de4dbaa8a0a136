import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigFile, FormServer, ServerConfig } from '../../src/index.ts';
import { createServer } from '../../src/index.ts';

export const fixtureForms = join(import.meta.dirname, '../forms');

export interface TestServer {
  readonly server: FormServer;
  readonly url: string;
  readonly dataDir: string;
  /** Moves the server's clock: a function, so that tests never wait. */
  readonly clock: { now: Date };
  close(): Promise<void>;
}

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

/** A form server on a free port, with the fixture's forms. */
export async function startTestServer(
  more: Partial<ServerConfig> = {},
  settings: ConfigFile = {},
): Promise<TestServer> {
  const dataDir = await temporaryFolder();
  const clock = { now: new Date('2026-11-23T10:00:00Z') };
  const server = await createServer(testConfig(dataDir, more, settings), { now: () => clock.now });
  const { addresses } = await server.listen();
  return {
    server,
    url: (addresses[0]?.url ?? '').replace(/\/$/, ''),
    dataDir,
    clock,
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function temporaryFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'schalter-server-'));
}
