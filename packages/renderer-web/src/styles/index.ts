import { contentStyles } from '../content/styles.ts';
import { controls } from '../controls/index.ts';
import { pageStyles } from '../pages/styles.ts';
import { base, circumstances } from './base.ts';
import { tokens } from './tokens.ts';

export { frame } from './frame.ts';
export { type ColourName, type ThemeName, themes } from './tokens.ts';

/** Everything that templates need, in its order: adopted by the shadow root, part of `styles.css` for pages. */
export const sheet: string = [
  tokens,
  base,
  ...controls.map((control) => control.styles ?? ''),
  contentStyles,
  pageStyles,
  circumstances,
].join('\n');
