import { rm } from 'node:fs/promises';
import type { ConfigFile, FormServer, ServerConfig } from '../../src/index.ts';
import { createServer } from '../../src/index.ts';
import { temporaryFolder, testConfig } from './config.ts';

export interface TestServer {
  readonly server: FormServer;
  readonly url: string;
  readonly dataDir: string;
  /** Moves the server's clock: a function, so that tests never wait. */
  readonly clock: { now: Date };
  close(): Promise<void>;
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
