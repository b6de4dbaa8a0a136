import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Spell } from '../harness/clock.ts';

const main = join(dirname(fileURLToPath(import.meta.resolve('@schalter/cli'))), 'main.ts');

/** Says at the end what all threads of the process have worked. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(process.env.BENCH_WORKED, String((user + system) / 1000));
  });
`)}`;

/**
 * Runs `schalter <words>` in a process of its own, nothing compiled before.
 * @throws TypeError when it does not end with 0
 */
export function timeCommand(words: readonly string[]): Spell {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-bench-'));
  try {
    const worked = join(folder, 'worked');
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', telling, main, ...words], {
      encoding: 'utf8',
      env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1', BENCH_WORKED: worked },
    });
    const passed = performance.now() - start;
    if (status !== 0) throw new TypeError(`schalter ${words.join(' ')} ended with ${status}: ${stderr}`);
    return { passed, worked: Number(readFileSync(worked, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
