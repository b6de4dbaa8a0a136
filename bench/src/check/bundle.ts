import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { usual } from '../harness/clock.ts';
import type { Figure } from '../harness/result.ts';
import type { FirstBundle } from './first-bundle.ts';

const form = join(import.meta.dirname, '../../../forms/hundesteuer-anmeldung');
const processes = 5;

/** What the dog tax form's module weighs in one language and in all, and how long making it takes in a new process. */
export function bundle(): Figure[] {
  const file = join(import.meta.dirname, 'first-bundle.ts');
  const made = (language: string) => {
    const { stdout, stderr } = spawnSync(process.execPath, [file, form, language], { encoding: 'utf8' });
    if (stdout === '') throw new TypeError(stderr);
    return JSON.parse(stdout) as FirstBundle;
  };
  const own = Array.from({ length: processes }, () => made('de'));
  return [
    { metric: 'bundle-size', n: null, unit: 'kB', ours: weight(own[0]), bar: { atMost: 10 } },
    { metric: 'bundle-size-all', n: null, unit: 'kB', ours: weight(made('')) },
    { metric: 'bundle-time', n: null, unit: 'ms', ours: usual(own.map(({ took }) => took)), bar: { atMost: 300 } },
  ];
}

/** In kB of 1,000 bytes, as servers send it. */
function weight(made: FirstBundle | undefined): number {
  return gzipSync(made?.text ?? '', { level: 9 }).length / 1000;
}
