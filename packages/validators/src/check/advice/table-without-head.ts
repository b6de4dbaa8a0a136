import type { Advice } from './advice.ts';

/** Cells of a table are understood by the heads of their columns (WCAG 1.3.1). */
export const tableWithoutHead: Advice = {
  code: 'table-without-head',
  group: 'accessibility',
  text({ text, isMarkdown }, say) {
    if (!isMarkdown) return;
    const head = /^\|?(.*?)\|?[ \t]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|/mu.exec(text)?.[1];
    if (head?.split('|').some((cell) => cell.trim() === '')) say();
  },
};
