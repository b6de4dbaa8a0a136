import { count, paint, type Terminal } from '../output.ts';
import { differenceLines } from './differences.ts';
import type { FormResult, Missed } from './run-forms.ts';

/** Things no case has tried that are named per form; the rest is counted. */
const namedMisses = 20;

/** Results for people: a line per case, what differs, and with `coverage` what the cases try out. */
export function printResults(results: readonly FormResult[], terminal: Terminal, coverage: boolean): void {
  for (const { form, cases } of results) {
    for (const { name, ok, differences } of cases) {
      const mark = ok ? paint(terminal, 'green', 'pass') : paint(terminal, 'red', 'FAIL');
      terminal.write(`${mark} ${form}: ${name}\n`);
      for (const difference of differences) {
        const { what, at } = difference;
        terminal.write(`     ${what}${at ? ` ${at}` : ''} ${paint(terminal, 'dim', '(- expected, + actual)')}\n`);
        for (const { sign, text } of differenceLines(difference)) {
          const line = `       ${sign} ${text}\n`;
          terminal.write(sign === ' ' ? line : paint(terminal, sign === '-' ? 'green' : 'red', line));
        }
      }
    }
  }
  if (coverage) printCoverage(results, terminal);
  const all = results.flatMap(({ cases }) => cases);
  const failed = all.filter(({ ok }) => !ok).length;
  terminal.write(`${all.length - failed} passed, ${failed} failed of ${count(all.length, 'case')}\n`);
}

function printCoverage(results: readonly FormResult[], terminal: Terminal): void {
  const width = Math.max(4, ...results.map(({ form }) => form.length));
  const row = (cells: readonly string[]) =>
    `${(cells[0] ?? '').padEnd(width)}  ${cells
      .slice(1)
      .map((cell) => cell.padStart(10))
      .join('  ')}\n`;
  terminal.write(`\n${paint(terminal, 'bold', row(['form', 'cases', 'steps', 'conditions', 'checks']))}`);
  for (const { form, cases, coverage } of results) {
    const { steps, conditions, checks } = coverage;
    terminal.write(row([form, String(cases.length), `${steps} %`, `${conditions} %`, `${checks} %`]));
  }
  for (const { form, coverage } of results) {
    if (coverage.missed.length === 0) continue;
    terminal.write(`\n${paint(terminal, 'bold', form)}: no case\n`);
    for (const missed of coverage.missed.slice(0, namedMisses)) {
      terminal.write(`  ${missSentence(missed)} ${paint(terminal, 'dim', `${missed.file}#${missed.at}`)}\n`);
    }
    const rest = coverage.missed.length - namedMisses;
    if (rest > 0) terminal.write(`  … and ${count(rest, 'more')}\n`);
  }
  terminal.write('\n');
}

/** How "no case …" goes on. */
export function missSentence({ kind, what, never }: Missed): string {
  if (kind === 'step') return `reaches the step ${what}`;
  if (kind === 'condition')
    return never === 'either' ? `asks ${what}` : `makes ${what} ${never === 'true' ? 'true' : 'not true'}`;
  return never === 'either'
    ? `reaches the check ${what}`
    : `${never === 'failed' ? 'fails' : 'passes'} the check ${what}`;
}
