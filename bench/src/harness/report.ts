import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine } from './machine.ts';
import { misses, type Result, type Row } from './result.ts';
import { withSection } from './section.ts';
import { machineLine, table } from './table.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const page = join(root, 'docs', 'benchmarks.md');

export interface Report {
  /** Names the section and the file: `engine`. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Markdown below the table. */
  readonly notes?: string;
}

/**
 * Prints the table, refreshes the benchmark's section of docs/benchmarks.md and writes bench/results/<name>.json.
 * @returns the status to end with: 1 if a figure misses its bar
 */
export function report({ name, rows, notes }: Report): 0 | 1 {
  const result: Result = { machine: machine(), rows };
  const figures = table(rows);
  console.log(`${figures}\n`);
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  const content = [`Measured on ${machineLine(result.machine)}.`, figures, ...(notes ? [notes] : [])].join('\n\n');
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), name, content));
  const missed = misses(rows);
  for (const { metric, n } of missed) console.error(`Missed: ${metric}${n === null ? '' : ` at ${n}`}`);
  return missed.length > 0 ? 1 : 0;
}
