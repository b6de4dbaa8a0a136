import { sheet } from '../styles/index.ts';
import { liveStyles } from './live-page.ts';

let shared: CSSStyleSheet | undefined;

/** One constructed style sheet for all elements of the page: nothing inline, nothing fetched. */
export function adoptStyles(root: ShadowRoot): void {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(`${sheet}\n${liveStyles}`);
  }
  root.adoptedStyleSheets = [shared];
}
