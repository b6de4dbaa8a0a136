import type { TextTree } from '@schalter/definition';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import { safeAddress, textTree } from '../parts/text-tree.ts';
import type { TextKey } from '../texts.ts';
import type { Ui } from '../ui.ts';

/** Imprint, privacy, accessibility statement: a heading and a text. */
export function textPage(context: Ui & { readonly title: string; readonly text: TextTree }): TemplateResult {
  return html`<div class="page" part="page">
    <div class="page__back"></div>
    <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${context.title}</h1>
    <div class="text prose prose--page">${textTree(context.text, context)}</div>
  </div>`;
}

/** No such address. */
export function notFoundPage({ t, home }: Pick<Ui, 't'> & { readonly home?: string }): TemplateResult {
  return message(
    t('not-found.title'),
    t('not-found.text'),
    html`<a class="button" part="button" href=${home ?? '/'}>${t('not-found.home')}</a>`,
  );
}

const troubles = ['draft-gone', 'draft-conflict', 'offline', 'unknown-form'] as const;

/** Something else went wrong. `code` chooses the words: `draft-gone`, `draft-conflict`, `offline`, `unknown-form`, else "our fault". */
export function errorPage({
  t,
  code,
  retry,
  home,
}: Pick<Ui, 't'> & { readonly code?: string; readonly retry?: string; readonly home?: string }): TemplateResult {
  const known = troubles.find((name) => name === code);
  const title: TextKey = known === undefined ? 'trouble.title' : `trouble.${known}.title`;
  const text: TextKey = known === undefined ? 'trouble.text' : `trouble.${known}.text`;
  const primary =
    retry === undefined ? nothing : html`<a class="button" part="button" href=${retry}>${t('trouble.retry')}</a>`;
  return message(
    t(title),
    t(text),
    html`${primary}${home === undefined ? nothing : html`<a href=${home}>${t('not-found.home')}</a>`}`,
  );
}

function message(title: string, text: string, actions: TemplateResult): TemplateResult {
  return html`<div class="page" part="page">
    <div class="page__back"></div>
    <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${title}</h1>
    <p>${text}</p>
    <div class="actions" part="actions">${actions}</div>
  </div>`;
}

/** The draft is kept: until when, and the way back to it. */
export function savedPage({
  t,
  resume,
  expiresAt,
  continueHref,
}: Pick<Ui, 't'> & {
  /** Whole address that opens the draft again; shown as text too. */
  readonly resume?: string | undefined;
  readonly expiresAt?: string | undefined;
  /** Back to the page left; without it a button posts "continue". */
  readonly continueHref?: string | undefined;
}): TemplateResult {
  const address = resume === undefined ? undefined : safeAddress(resume);
  return html`<div class="page saved" part="page">
    <div class="page__back"></div>
    <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${t('saved.title')}</h1>
    ${expiresAt === undefined ? nothing : html`<p class="lead">${t('saved.until', { date: t.date(expiresAt) })}</p>`}
    ${
      address === undefined
        ? nothing
        : html`<p>${t('saved.link')}</p>
          <p class="saved__link"><a href=${address} dir="ltr">${address}</a></p>
          <p class="muted">${t('saved.warning')}</p>`
    }
    <div class="actions" part="actions">${
      continueHref === undefined
        ? html`<button class="button" part="button" type="button" data-dismiss>${t('saved.continue')}</button>`
        : html`<a class="button" part="button" href=${continueHref}>${t('saved.continue')}</a>`
    }</div>
  </div>`;
}

export const textPagesStyles = css`
  .prose--page { margin-block-start: 0; }
  .saved__link { padding: 16px; border-radius: var(--radius); background: var(--surface); border: var(--border) solid var(--divider); overflow-wrap: anywhere; }
`;
