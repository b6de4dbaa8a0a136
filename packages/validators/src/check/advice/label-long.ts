import type { Advice } from './advice.ts';

/** Characters of a label that people take in at a glance; questions may be longer than names. */
const longest = 120;

/** Labels are short: what needs explaining belongs in the hint. */
export const labelLong: Advice = {
  code: 'label-long',
  group: 'usability',
  text({ kind, plain }, say) {
    if (kind === 'title' && plain.length > longest) say({ length: plain.length, limit: longest });
  },
};
