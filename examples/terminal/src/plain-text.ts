import type { Block, Inline, TextTree } from '@schalter/definition';

const width = 80;

/** A text of paragraphs as lines for a terminal. */
export function plainText(tree: TextTree | undefined): string {
  return (tree ?? []).map((block) => blockText(block)).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(lineText(block.children));
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineText(block.children)}`;
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${(block.start ?? 1) + index}.` : '-';
          return `${mark} ${plainText(item).replaceAll('\n', `\n${' '.repeat(mark.length + 1)}`)}`;
        })
        .join('\n');
    case 'quote':
      return plainText(block.children).replace(/^/gm, '> ');
    case 'code':
      return block.value;
    case 'rule':
      return '-'.repeat(20);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(lineText).join(' | ')).join('\n');
  }
}

function lineText(line: readonly Inline[]): string {
  return line
    .map((inline): string => {
      if (typeof inline === 'string') return inline;
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'code') return inline.value;
      const text = lineText(inline.children);
      return inline.kind === 'link' ? `${text} (${inline.href})` : text;
    })
    .join('');
}

function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let length = 0;
      return line
        .split(' ')
        .map((word, index) => {
          const breaks = index > 0 && length + word.length >= width;
          length = breaks ? word.length : length + word.length + 1;
          return `${index === 0 ? '' : breaks ? '\n' : ' '}${word}`;
        })
        .join('');
    })
    .join('\n');
}
