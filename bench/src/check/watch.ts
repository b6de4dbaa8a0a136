import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '@schalter/cli';
import { median, type Spell, since, systemClock } from '../harness/clock.ts';
import type { Figure } from '../harness/result.ts';
import { writeForms } from './forms-folder.ts';

const forms = 20;
const changes = 15;

/**
 * Milliseconds from the change of a file under `schalter check --watch` to what is said about it: how long it waits for
 * more changes of the file, and the check of the one form.
 */
export async function watch(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-bench-'));
  const stop = new AbortController();
  let heard: () => void = () => undefined;
  let written = '';
  const running = runCli(['check', '.', '--watch'], {
    write(text) {
      written += text;
      if (/Watching|\d+ ms\n$/.test(written)) heard();
    },
    writeError: () => undefined,
    colour: false,
    folder: prepared(folder),
    stop: stop.signal,
  });
  const next = () =>
    new Promise<void>((resolve) => {
      written = '';
      heard = resolve;
    });
  try {
    await next();
    const file = join(folder, 'formular-7', 'form.json');
    const text = readFileSync(file, 'utf8');
    const spells: Spell[] = [];
    for (let change = 0; change < changes; change++) {
      const said = next();
      const start = systemClock();
      writeFileSync(file, text.replace('Formular 7', `Formular 7, Stand ${change}`));
      await said;
      spells.push(since(systemClock, start));
    }
    // Waiting is part of it, so the work alone says too little.
    const passed = median(spells.map((spell) => spell.passed));
    return [{ metric: 'watch', n: 60, unit: 'ms', ours: passed, bar: { atMost: 150 } }];
  } finally {
    stop.abort();
    await running;
    rmSync(folder, { recursive: true });
  }
}

function prepared(folder: string): string {
  writeForms(folder, forms);
  return folder;
}
