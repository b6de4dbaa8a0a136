import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { SampleForm } from '../forms/sample.ts';
import { usual } from '../harness/clock.ts';
import type { FirstTimes } from './first-run.ts';

const processes = 7;

/** Milliseconds of the first compiling and the first start in a process, when nothing is warm: the usual times over processes. */
export function coldStart(form: SampleForm): { compile: number; start: number } {
  const file = join(import.meta.dirname, 'first-run.ts');
  const all = Array.from({ length: processes }, () => {
    const { stdout } = spawnSync(process.execPath, [file, JSON.stringify(form)], { encoding: 'utf8' });
    return JSON.parse(stdout) as FirstTimes;
  });
  return { compile: usual(all.map(({ compile }) => compile)), start: usual(all.map(({ start }) => start)) };
}
