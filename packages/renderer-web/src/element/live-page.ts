import type { View } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { removalDialog } from '../pages/removal.ts';
import { savedPage } from '../pages/texts.ts';
import { type PageContext, viewPage } from '../pages/view.ts';

/** What the element knows beside the view. */
export interface LiveContext extends PageContext {
  /** Set while "saved" is shown instead of the page. */
  readonly saved?: { readonly resume?: string | undefined; readonly expiresAt?: string | undefined } | undefined;
  /** Languages to choose from here; empty where the page around has a switch. */
  readonly languages: readonly string[];
  /** Said to screen readers. */
  readonly announcement: string;
}

/** All that stands in the shadow root. */
export function livePage(view: View, context: LiveContext): TemplateResult {
  return html`<div class="live" part="form" lang=${context.t.language} dir=${context.t.direction}>
    ${languageSwitch(context)} ${conflict(view, context)}
    ${context.saved ? savedPage({ t: context.t, ...context.saved }) : viewPage(view, context)}
    ${removalDialog(view, context) ?? nothing}
    <p class="visually-hidden" role="status">${context.announcement}</p>
  </div>`;
}

function languageSwitch({ t, languages }: LiveContext): TemplateResult | typeof nothing {
  if (languages.length < 2) return nothing;
  return html`<nav class="live__languages" aria-label=${t('frame.language')}>
    <ul>${languages.map(
      (language) =>
        html`<li>${
          language === t.language
            ? html`<span lang=${language} aria-current="true">${t.languageName(language)}</span>`
            : html`<button class="link" type="button" lang=${language} data-do="language:${language}">${t.languageName(language)}</button>`
        }</li>`,
    )}</ul>
  </nav>`;
}

/** The draft was changed in another window or on another device: people choose, nothing is overwritten silently. */
function conflict(view: View, { t }: LiveContext): TemplateResult | typeof nothing {
  if (view.draft.state !== 'conflict') return nothing;
  return html`<section class="notice notice--warning live__conflict" part="notice" role="alert" tabindex="-1" id="konflikt" aria-labelledby="konflikt-titel">
    <div class="notice__text">
      <h2 id="konflikt-titel">${t('conflict.title')}</h2>
      <p>${t('conflict.text')}</p>
      <div class="actions" part="actions">
        <button class="button" part="button" type="button" data-conflict="take">${t('conflict.take')}</button>
        <button class="button button--secondary" part="button" type="button" data-conflict="keep">${t('conflict.keep')}</button>
      </div>
    </div>
  </section>`;
}

/** How the draft is doing, below the buttons. */
export function draftNote(view: View, { t }: Pick<PageContext, 't'>): TemplateResult | typeof nothing {
  const { state, revision } = view.draft;
  if (state === 'conflict' || (state === 'idle' && revision === 0)) return nothing;
  // Between a change and its saving the line stays empty, so that nothing below moves.
  return html`<p class="draft-state draft-state--${state}">${state === 'idle' ? '' : t(`draft.${state}`)}</p>`;
}

export const liveStyles = css`
  .live__languages { display: flex; justify-content: flex-end; max-inline-size: var(--column); }
  .live__languages ul { display: flex; flex-wrap: wrap; gap: 0 20px; margin: 0; padding: 0; list-style: none; }
  .live__languages li > * { display: inline-flex; align-items: center; min-block-size: 44px; font-size: 16px; line-height: 24px; }
  .live__languages [aria-current] { font-weight: 600; }
  .live__conflict { max-inline-size: var(--column); margin-block: 16px; }
  .live__conflict .actions { margin-block-start: 16px; }
  .draft-state { min-block-size: 24px; margin: var(--space-3) 0 0; color: var(--muted); font-size: 16px; line-height: 24px; }
  .draft-state--offline { color: var(--warning); font-weight: 600; }
`;
