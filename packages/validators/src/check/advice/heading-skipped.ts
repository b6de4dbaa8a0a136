import type { Advice } from './advice.ts';

/** Headings in a text begin below the page's own and leave no level out (WCAG 1.3.1). */
export const headingSkipped: Advice = {
  code: 'heading-skipped',
  group: 'accessibility',
  text({ text, isMarkdown }, say) {
    if (!isMarkdown) return;
    let before: number | undefined;
    for (const [, marks = ''] of text.matchAll(/^ {0,3}(#{1,6}) /gmu)) {
      if (before !== undefined && marks.length > before + 1) {
        say({ from: before, to: marks.length });
        return;
      }
      before = marks.length;
    }
  },
};
