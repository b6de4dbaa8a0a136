import { xml } from '../xml.ts';
import type { RouteNode, RouteWords } from './route.ts';

/* Pixels. One column of steps; exits stand at the right, what is skipped is passed at the left. */
const size = {
  width: 360,
  line: 22,
  padding: 14,
  gap: 36,
  margin: 32,
  bypass: 36,
  exitGap: 64,
  perLine: 34,
  perCodeLine: 38,
} as const;
const centre = size.margin + size.bypass * 2 + size.width / 2;
const exitLeft = centre + size.width / 2 + size.exitGap;

/** The route as an SVG of its own: no scripts, no fonts from elsewhere, readable in print. */
export function svg(route: readonly RouteNode[], words: RouteWords, title: string): string {
  const parts: string[] = [];
  let y = size.margin;
  /** Lines at the left that wait for the next step to lead into. */
  let passing: number[] = [];

  const down = (from: number, to: number, label?: string) => {
    parts.push(arrow(`M${centre} ${from}V${to}`));
    if (label) parts.push(text(centre + 8, from + 20, label, 'note'));
  };
  const join = () => {
    for (const from of passing) {
      const left = centre - size.width / 2 - size.bypass;
      parts.push(arrow(`M${centre - size.width / 2} ${from}H${left}V${y + 10}H${centre - size.width / 2}`));
      parts.push(text(left - 4, from + 20, words.no, 'note before'));
    }
    passing = [];
  };

  const pill = (label: string) => {
    parts.push(`<rect class="end" x="${centre - 70}" y="${y}" width="140" height="40" rx="20"/>`);
    parts.push(text(centre, y + 26, label, 'middle'));
    y += 40;
  };

  pill(words.start);
  let ended = false;
  for (const node of route) {
    let label: string | undefined;
    down(y, y + size.gap);
    y += size.gap;
    join();
    if (node.when !== undefined) {
      const lines = wrap(node.when, size.perCodeLine);
      const height = lines.length * size.line + size.padding * 2;
      parts.push(hexagon(y, height));
      lines.forEach((line, index) => {
        parts.push(text(centre, y + size.padding + 16 + index * size.line, line, 'middle code'));
      });
      label = words.yes;
      if (node.kind === 'exit') {
        const exit = box(exitLeft, y, node, words);
        parts.push(...exit.parts);
        parts.push(arrow(`M${centre + size.width / 2} ${y + height / 2}H${exitLeft}`));
        parts.push(text(centre + size.width / 2 + 8, y + height / 2 - 8, words.yes, 'note'));
        y += Math.max(height, exit.height);
        // The way past an exit goes on below the question.
        parts.push(line(`M${centre} ${y - Math.max(0, exit.height - height)}V${y}`));
        parts.push(text(centre + 8, y + 18, words.no, 'note'));
        continue;
      }
      passing = [y + height / 2];
      y += height;
      down(y, y + size.gap, label);
      y += size.gap;
    }
    const drawn = box(centre - size.width / 2, y, node, words);
    parts.push(...drawn.parts);
    y += drawn.height;
    ended = node.kind === 'exit';
  }
  if (!ended) {
    down(y, y + size.gap);
    y += size.gap;
    join();
    pill(words.sent);
  }
  const hasExit = route.some(({ kind, when }) => kind === 'exit' && when !== undefined);
  const width = (hasExit ? exitLeft + size.width : centre + size.width / 2) + size.margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + size.margin}" viewBox="0 0 ${width} ${y + size.margin}" role="img" aria-labelledby="title">`,
    `<title id="title">${xml(title)}</title>`,
    `<style>${style}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
    `<rect class="page" width="100%" height="100%"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

const style = [
  'text{font:16px "Fira Sans","Noto Sans",Arial,sans-serif;fill:#131525}',
  '.middle{text-anchor:middle}.before{text-anchor:end}.code{font:14px "Fira Mono",Consolas,monospace}.note{font-size:14px;fill:#51577a}',
  '.strong{font-weight:600}.page{fill:#fff}.step{fill:#f3f4f7;stroke:#6e7597}.summary{fill:#e9edf8;stroke:#2044aa}',
  '.exit{fill:#ffe7b6;stroke:#925400}.question{fill:#fff;stroke:#2044aa;stroke-width:1.5}',
  '.end{fill:#003b73}.end+text{fill:#fff}.way{fill:none;stroke:#51577a;stroke-width:1.5}.tip{fill:#51577a}',
].join('');

function box(x: number, y: number, node: RouteNode, words: RouteWords): { parts: string[]; height: number } {
  const lines = wrap(node.title, size.perLine);
  const each = node.forEach === undefined ? [] : wrap(`${words.each} ${node.forEach}`, size.perLine);
  const height = (lines.length + each.length) * size.line + size.padding * 2;
  const kind = node.kind === 'page' ? 'step' : node.kind;
  const parts = [`<rect class="${kind}" x="${x}" y="${y}" width="${size.width}" height="${height}" rx="8"/>`];
  [...lines, ...each].forEach((one, index) => {
    const look = index < lines.length ? 'middle strong' : 'middle note';
    parts.push(text(x + size.width / 2, y + size.padding + 16 + index * size.line, one, look));
  });
  return { parts, height };
}

function hexagon(y: number, height: number): string {
  const [left, right] = [centre - size.width / 2, centre + size.width / 2];
  const points = [
    [left, y + height / 2],
    [left + 16, y],
    [right - 16, y],
    [right, y + height / 2],
    [right - 16, y + height],
    [left + 16, y + height],
  ];
  return `<polygon class="question" points="${points.map((point) => point.join()).join(' ')}"/>`;
}

function arrow(path: string): string {
  return `<path class="way" marker-end="url(#tip)" d="${path}"/>`;
}

function line(path: string): string {
  return `<path class="way" d="${path}"/>`;
}

function text(x: number, y: number, content: string, look: string): string {
  return `<text class="${look}" x="${x}" y="${y}">${xml(content)}</text>`;
}

/** Breaks at spaces; a word that is longer than a line is cut. */
function wrap(content: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/)) {
    for (let rest = word; rest !== ''; rest = rest.slice(width)) {
      const piece = rest.slice(0, width);
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + piece.length <= width) lines[lines.length - 1] = `${last} ${piece}`;
      else lines.push(piece);
    }
  }
  return lines.length === 0 ? [''] : lines;
}
