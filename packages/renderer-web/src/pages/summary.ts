import type { View } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { contentTemplate } from '../content/content.ts';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import { errorIcon } from '../parts/icons.ts';
import { summaryTemplate } from '../parts/summary-list.ts';
import { textTree } from '../parts/text-tree.ts';
import { pageHead } from './head.ts';
import { saveLink } from './step.ts';
import { headingOf, type PageContext } from './view.ts';

/** Check your answers, then send. */
export function summaryPage(view: View, context: PageContext): TemplateResult {
  const { t } = context;
  const { step } = view;
  const hasText = step.text !== undefined && step.text.length > 0;
  return html`${pageHead(view, context)} ${failure(view, context)}
    <div class="page__content">
      <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${headingOf(view, context)}</h1>
      ${hasText ? html`<div class="text prose">${textTree(step.text, context)}</div>` : html`<p class="lead">${t('summary.text')}</p>`}
      ${view.summary ? summaryTemplate(view.summary, context) : nothing}
    </div>
    <div class="summary-send">
      <h2>${t('summary.submit-title')}</h2>
      ${step.content.length > 0 ? contentTemplate(step.content, context, { level: 3 }) : html`<p>${t('summary.submit-text')}</p>`}
      <div class="actions" part="actions">
        <button class="button" part="button" type="submit" name="do" value="submit">${t('submit')}</button>
        ${saveLink(context)}
      </div>
    </div>`;
}

const failures = ['offline', 'refused', 'recomputed', 'key-conflict', 'too-large', 'draft-gone'] as const;

/** Why sending did not work, in the city's words or ours. */
export function failure(view: View, { t, mode }: PageContext): TemplateResult | typeof nothing {
  if (!view.failure) return nothing;
  const { code, message } = view.failure;
  const known = failures.find((name) => name === code);
  return html`<div class="error-summary" part="error-summary" id="fehlschlag" role="alert" tabindex="-1" aria-labelledby="fehlschlag-titel" ?autofocus=${mode === 'plain' && view.problems.length === 0}>
    <h2 class="error-summary__title" id="fehlschlag-titel">${errorIcon()}<span>${t('failure.title')}</span></h2>
    <p>${message ?? t(known === undefined ? 'failure.other' : `failure.${known}`)}</p>
  </div>`;
}

export const summaryStyles = css`
  .summary-send { margin-block-start: var(--space-8); padding-block-start: var(--space-6); border-block-start: 1px solid var(--divider); max-inline-size: var(--column); }
  .summary-send > h2 { margin: 0 0 var(--space-2); }
  .summary-send > p { margin: 0; }
  .summary-send .actions { margin-block-start: var(--space-6); }
`;
