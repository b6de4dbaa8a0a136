import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../harness/result.ts';
import { timeCommand } from './command.ts';
import { writeForms } from './forms-folder.ts';

const forms = 500;
const runs = 2;

/**
 * Seconds of `schalter check` over many forms, from the start of the process to its end: the best run, or the work of
 * all threads together where that is less (others had the processors meanwhile).
 */
export function checkMany(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-bench-'));
  try {
    writeForms(folder, forms);
    const spells = Array.from({ length: runs }, () => timeCommand(['check', folder]));
    const best = Math.min(...spells.map(({ passed, worked }) => Math.min(passed, worked)));
    return [{ metric: `check-${forms}`, n: 60, unit: 's', ours: best / 1000, bar: { atMost: 10 } }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
