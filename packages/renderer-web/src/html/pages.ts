import type { TemplateResult } from 'lit/html.js';
import { type CatalogueContext, cataloguePage as catalogue } from '../pages/catalogue.ts';
import { type ConfirmationContext, confirmationPage } from '../pages/confirmation.ts';
import { type StartContext, startPage as start } from '../pages/start.ts';
import { errorPage as error, notFoundPage as notFound, savedPage as saved, textPage as text } from '../pages/texts.ts';

// The pages around forms, each from plain data. `texts` is `createTexts(language)`.

type Plain<Context> = Omit<Context, 't' | 'mode' | 'confirm'> & { readonly texts: ConfirmationContext['t'] };

const ui = <Context extends { readonly texts: ConfirmationContext['t'] }>({ texts, ...rest }: Context) => ({
  ...rest,
  t: texts,
  mode: 'plain' as const,
});

/** What a form is for, and the button that begins it. `action` takes the post. */
export const startPage = (context: Plain<StartContext>): TemplateResult => start(ui(context));

/** All forms with a search. `action` takes `GET ?q=`. */
export const cataloguePage = (context: Plain<CatalogueContext>): TemplateResult => catalogue(ui(context));

/** Imprint, privacy, accessibility statement. */
export const textPage = (context: Plain<Omit<Parameters<typeof text>[0], 'action'>>): TemplateResult =>
  text({ ...ui(context), action: '' });

/** A filed submission: confirmation at first, its state later. */
export const statusPage = (context: Plain<ConfirmationContext>): TemplateResult => confirmationPage(ui(context));

/** A draft was kept. */
export const savedPage = (context: Plain<Parameters<typeof saved>[0]>): TemplateResult => saved(ui(context));

export const notFoundPage = (context: Plain<Parameters<typeof notFound>[0]>): TemplateResult => notFound(ui(context));

/** `code`: `draft-gone`, `draft-conflict`, `unknown-form`, else "our fault". */
export const errorPage = (context: Plain<Parameters<typeof error>[0]>): TemplateResult => error(ui(context));
