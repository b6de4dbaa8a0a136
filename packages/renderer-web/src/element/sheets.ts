import { elementSheet } from '../styles/index.ts';

/** Gives a shadow root the style sheet of forms; resolves when it holds. */
export type StyleSource = (root: ShadowRoot) => void | Promise<void>;

let shared: CSSStyleSheet | undefined;

/** One constructed style sheet for all roots of the page: nothing inline, nothing fetched. */
export const adoptStyles: StyleSource = (root) => {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(elementSheet);
  }
  root.adoptedStyleSheets = [shared];
};
