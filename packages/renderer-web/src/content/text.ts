import type { TextView } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { infoIcon } from '../parts/icons.ts';
import { textTree } from '../parts/text-tree.ts';
import type { Ui } from '../ui.ts';
import type { ContentPlace } from './content.ts';
import { headingTemplate } from './headings.ts';

/** A text of the form: as running text, as a notice, or folded. */
export function textTemplate(view: TextView, ui: Ui, place: ContentPlace): TemplateResult {
  if (view.kind === 'details') {
    return html`<details class="details">
      <summary><span>${view.title ?? ui.t('help.short')}</span></summary>
      <div class="details__text prose">${textTree(view.text, ui, place.level)}</div>
    </details>`;
  }
  const title = view.title === undefined ? nothing : headingTemplate(place.level, view.title);
  if (view.kind === 'notice') {
    return html`<div class="notice notice--info" part="notice">
      ${infoIcon()}
      <div class="notice__text prose">${title}${textTree(view.text, ui, place.level)}</div>
    </div>`;
  }
  return html`<div class="text prose">${title}${textTree(view.text, ui, place.level)}</div>`;
}

export const textStyles = css`
  .notice { display: flex; gap: 16px; padding-block: 16px; padding-inline: 20px 24px; border: var(--edge) solid var(--info); border-inline-start-width: calc(4px + 2 * var(--edge)); border-radius: var(--radius); background: var(--info-tint); }
  .notice .icon { flex: none; margin-block-start: 4px; color: var(--info); }
  .notice__text { min-inline-size: 0; flex: 1; }
  .notice--warning { border-color: var(--warning); background: var(--warning-tint); }
  .notice--warning .icon { color: var(--warning); }
  .notice--success { border-color: var(--success); background: var(--success-tint); }
  .notice--success .icon { color: var(--success); }
  .notice :is(h2, h3) { font-size: 18px; line-height: 28px; margin: 0; }
  .details > summary { display: inline-flex; align-items: flex-start; gap: 8px; min-block-size: 24px; padding-block: 8px; color: var(--action); cursor: pointer; list-style: none; border-radius: 2px; }
  .details > summary::-webkit-details-marker { display: none; }
  .details > summary::before { content: ''; flex: none; inline-size: 8px; block-size: 8px; margin-block: 9px 0; margin-inline: 2px 4px; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg); transition: transform 120ms; }
  .details[open] > summary::before { transform: rotate(45deg); margin-block-start: 7px; }
  [dir='rtl'] .details:not([open]) > summary::before { transform: rotate(135deg); }
  .details > summary > span { text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .details > summary:hover { color: var(--hover); }
  .details > summary:hover > span { text-decoration-thickness: 2px; }
  .details__text { margin-block: 4px 8px; padding: 8px 16px; border-inline-start: 4px solid var(--divider); }
`;
