import type { Advice } from './advice.ts';

/** An address as a link's text is spelled out letter by letter. */
export const linkBare: Advice = {
  code: 'link-bare',
  group: 'accessibility',
  text({ text, isMarkdown }, say) {
    const found = isMarkdown
      ? /(?:^|[\s(<])(https?:\/\/[^\s)>]{12,})/u.exec(text.replace(/\]\([^)]*\)/gu, ']'))?.[1]
      : undefined;
    if (found !== undefined) say({ text: found });
  },
};
