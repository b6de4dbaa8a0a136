import type { View } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { errorSummary } from '../parts/error-summary.ts';
import { backIcon } from '../parts/icons.ts';
import { migrationNotice } from '../parts/migration-notice.ts';
import type { Ui } from '../ui.ts';
import { headingOf, type PageContext } from './view.ts';

/** Back link, error summary, caption: what stands above the heading on every page of a form. */
export function pageHead(view: View, ui: PageContext): TemplateResult {
  return html`<div class="page__back">${
    view.canGoBack
      ? html`<button class="link back" part="back" type="submit" name="do" value="back">${backIcon()}<span>${ui.t('back')}</span></button>`
      : nothing
  }</div>
  ${errorSummary(view, ui)}
  ${ui.notice === undefined ? nothing : html`<p class="page__notice">${ui.notice}</p>`}
  ${ui.migrated === undefined ? nothing : migrationNotice(ui.migrated, ui)} ${caption(view, ui)}`;
}

/**
 * "Schritt 2 von 6: …": the step's title, or the form's where the heading already says the step's. Inside a section, its
 * title, for the steps are counted there.
 */
function caption(view: View, ui: Ui): TemplateResult | typeof nothing {
  const said = captionText(view, ui);
  // Of an entry in entries: which ones.
  const parts = [...(said === undefined ? [] : [said]), ...(view.step.within ?? [])];
  return parts.length === 0 ? nothing : html`<p class="caption" part="caption">${parts.join(' – ')}</p>`;
}

function captionText(view: View, ui: Ui): string | undefined {
  const { current, total } = view.progress;
  const heading = headingOf(view, ui);
  if (view.section && view.step.kind !== 'exit') {
    const { title } = view.section;
    if (total > 1 && current > 0) return ui.t('progress.in', { current, total, title });
    return title === heading ? undefined : title;
  }
  if (view.step.kind === 'exit' || total < 2 || current < 1) return undefined;
  const step = view.route.find((entry) => entry.state === 'current')?.title ?? '';
  const title = step !== '' && step !== heading ? step : view.form.title;
  return title === heading ? ui.t('progress', { current, total }) : ui.t('progress.of', { current, total, title });
}
