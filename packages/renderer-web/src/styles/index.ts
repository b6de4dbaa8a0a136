import { contentStyles } from '../content/styles.ts';
import { controls } from '../controls/index.ts';
import { liveStyles } from '../element/live-page.ts';
import { formPageStyles, portalPageStyles } from '../pages/styles.ts';
import { base, circumstances } from './base.ts';
import { frame } from './frame.ts';
import { tokens } from './tokens.ts';

export { type ColourName, type ThemeChoice, type ThemeName, themes } from './tokens.ts';

/** Everything that a running form needs, in its order: adopted by the shadow root. */
export const sheet: string = [
  tokens,
  base,
  ...controls.map((control) => control.styles ?? ''),
  contentStyles,
  formPageStyles,
  circumstances,
].join('\n');

/** The style sheet of `<schalter-form>`'s shadow root. */
export const elementSheet: string = [sheet, liveStyles].join('\n');

/** The style sheet of whole pages, the running form included. */
export const documentSheet: string = [sheet, portalPageStyles, frame].join('\n');
