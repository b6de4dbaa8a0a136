import type { OutlineBlock } from '@schalter/documents';

/** Blocks as Markdown: rows become tables, lines within a cell are parted by `<br>`. */
export function outlineMarkdown(blocks: readonly OutlineBlock[]): string {
  return `${blocks.map(block).join('\n\n')}\n`;
}

function block(part: OutlineBlock): string {
  if (part.kind === 'heading') return `${'#'.repeat(part.level)} ${escaped(part.text)}`;
  if (part.kind === 'paragraph') return escaped(part.text);
  const rows = part.rows.map(({ label, lines }) => `| ${cell(label)} | ${lines.map(cell).join('<br>')} |`);
  return ['|   |   |', '|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return escaped(text).replaceAll('|', '\\|');
}

/** What Markdown would take for marks or HTML. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]#]/g, '\\$&').replace(/\s+/g, ' ');
}
