import type { Advice } from './advice.ts';

/** Without encryption anybody on the way can change what people read there. */
export const linkInsecure: Advice = {
  code: 'link-insecure',
  group: 'security',
  text({ text }, say) {
    const found = /\bhttp:\/\/[^\s)>"]+/u.exec(text)?.[0];
    if (found !== undefined) say({ text: found });
  },
};
