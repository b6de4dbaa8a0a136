import type { Range } from './locate.ts';

/** Characters of a line that are shown; longer lines are cut around the place. */
const widest = 120;

/**
 * The line a problem stands on with the line before it and its place underlined, as compilers show it.
 * @param paint how the underline is coloured
 */
export function excerpt(text: string, range: Range, paint: (underline: string) => string): string {
  const lines = text.split(/\r?\n/);
  const { line, column } = range.start;
  const width = String(line).length;
  const shown: string[] = [];
  const before = lines[line - 2];
  if (before !== undefined && before.trim() !== '' && before.length <= widest) {
    shown.push(`${String(line - 1).padStart(width)} │ ${tabless(before)}`);
  }
  const whole = tabless(lines[line - 1] ?? '');
  const start = Math.max(0, Math.min(column - 1 - widest / 3, whole.length - widest));
  const cut = start > 0 ? '…' : '';
  const visible = cut + whole.slice(start + cut.length, start + widest) + (start + widest < whole.length ? '…' : '');
  const length = Math.max(1, Math.min(range.end.column - column, widest - (column - 1 - start)));
  shown.push(`${line} │ ${visible}`);
  shown.push(`${' '.repeat(width)} │ ${' '.repeat(column - 1 - start)}${paint('~'.repeat(length))}`);
  return shown.map((one) => `    ${one}`).join('\n');
}

/** A tab is as wide as one character then, so that the underline fits. */
function tabless(line: string): string {
  return line.replaceAll('\t', ' ');
}
