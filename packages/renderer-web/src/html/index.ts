// Pages as plain HTML: for servers, mails, tests. Needs no DOM.

import type { View } from '@schalter/engine';
import type { TemplateResult } from 'lit/html.js';
import { addAllTexts } from '../locales/all.ts';
import { type PageContext, viewPage } from '../pages/view.ts';

addAllTexts();

/** What the server knows of the page around a view. `texts` is `createTexts(view.language)`. */
export type PlainContext = Omit<PageContext, 't' | 'mode'> & { readonly texts: PageContext['t'] };

/** The page of a running form as a form that posts, whatever the view's status. */
export function renderView(view: View, context: PlainContext): TemplateResult {
  const { texts, ...rest } = context;
  return viewPage(view, { ...rest, t: texts, mode: 'plain' });
}

export { headingOf, pageTitle } from '../pages/view.ts';
// Texts
export { plainText, textTree } from '../parts/text-tree.ts';
// Styles
export { documentSheet, type ThemeChoice, type ThemeName, themes } from '../styles/index.ts';
export { createTexts, type TextKey, type Texts, textLanguages } from '../texts.ts';
export { createTranslate } from '../translate.ts';
// Templates to text
export { type DocumentOptions, renderDocument } from './document.ts';
export { type FormElementOptions, formElement } from './form-element.ts';
// Pages
export * as pages from './pages.ts';
// Posts to events
export { buttonOf, eventsFromPost } from './posts.ts';
export { renderToString } from './render.ts';
