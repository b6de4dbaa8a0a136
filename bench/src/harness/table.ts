import type { Bar, Machine, Row } from './result.ts';

const headings = ['metric', 'n', 'ours', 'bar', ''] as const;

/** Rows as a Markdown table, readable as it stands. Peers get a column each, in the order in which they appear. */
export function table(rows: readonly Row[]): string {
  const peers = [...new Set(rows.flatMap(({ peers }) => Object.keys(peers)))];
  const lines = [
    [...headings, ...peers],
    ...rows.map(({ metric, n, unit, ours, bar, ok, peers: theirs }) => [
      metric,
      n === null ? '' : n.toLocaleString('en'),
      `${number(ours)} ${unit}`,
      bar ? `${sign(bar)} ${unit}` : '',
      ok === null ? '' : ok ? 'ok' : 'missed',
      ...peers.map((peer) => theirCell(theirs[peer])),
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0), 3)) ?? [];
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [text[0], rule, ...text.slice(1)].join('\n');
}

function theirCell(value: number | null | undefined): string {
  return value === undefined ? '–' : value === null ? 'fails' : number(value);
}

function sign(bar: Bar): string {
  return 'atMost' in bar ? `≤ ${number(bar.atMost)}` : `≥ ${number(bar.atLeast)}`;
}

/** Three digits that say something, thousands apart. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

export function machineLine({ processor, cores, memory, system, node }: Machine): string {
  return `${processor}, ${cores} cores, ${memory}, ${system}, Node ${node}`;
}
