import type { Advice } from './advice.ts';

const vague =
  /\[(?:hier|hier klicken|klicken sie hier|mehr|weiter|link|weitere informationen|here|click here|more|read more|this link)\.?\]\(/iu;

/** Links are read out one by one, without the sentence around them (WCAG 2.4.4). */
export const linkVague: Advice = {
  code: 'link-vague',
  group: 'accessibility',
  text({ text, isMarkdown }, say) {
    const found = isMarkdown ? vague.exec(text)?.[0] : undefined;
    if (found !== undefined) say({ text: found.slice(1, found.indexOf(']')) });
  },
};
