import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A form server as its own process, as people run it. */
export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  readonly output: () => string;
  /** Ends it without warning. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves with its exit status. */
  stop(): Promise<number | null>;
}

/** A folder of its own for a test, removed by the returned function. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'schalter-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Starts `schalter serve` on a free port and waits until it answers. */
export async function startServer(options: {
  dataDir: string;
  config?: object;
  env?: Record<string, string>;
}): Promise<RunningServer> {
  const server = await spawnServer(options);
  const { child, output } = server;
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = output().match(/http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    child.stdout?.on('data', look);
    child.on('exit', (status) => reject(new Error(`The server ended with ${status}:\n${output()}`)));
    look();
  });
  const gone = once(child, 'exit');
  return {
    url,
    dataDir: options.dataDir,
    output,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [status] = await gone;
      return status;
    },
  };
}

/** Starts it and waits for its end: for starts that must fail. */
export async function failingServer(options: { dataDir: string; config?: object; env?: Record<string, string> }) {
  const { child, output, errors } = await spawnServer(options);
  const [status] = await once(child, 'exit');
  return { status: status as number | null, output: output(), errors: errors() };
}

async function spawnServer(options: { dataDir: string; config?: object; env?: Record<string, string> }) {
  const words = ['packages/cli/src/main.ts', 'serve'];
  if (options.config) {
    const file = `${options.dataDir}.config.json`;
    await writeFile(file, JSON.stringify(options.config));
    words.push('--config', file);
  }
  const child: ChildProcess = spawn(process.execPath, words, {
    cwd: root,
    // Vite sets BASE_URL for its own purposes; the server would take it for its address.
    env: { ...process.env, BASE_URL: undefined, PORT: '0', DATA_DIR: options.dataDir, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errorText = '';
  child.stdout?.on('data', (chunk) => (text += chunk));
  child.stderr?.on('data', (chunk) => {
    text += chunk;
    errorText += chunk;
  });
  return { child, output: () => text, errors: () => errorText };
}
