import { html, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import type { Ui } from '../ui.ts';

/** While the answers are under way. */
export function sendingPage({ t }: Ui): TemplateResult {
  return html`<div class="page" part="page" aria-busy="true">
    <div class="page__back"></div>
    <div class="sending" aria-hidden="true"></div>
    <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${t('sending')}</h1>
    <p>${t('sending.text')}</p>
  </div>`;
}

export const sendingStyles = css`
  .sending { inline-size: 48px; block-size: 48px; margin-block-end: var(--space-5); border: 5px solid var(--divider); border-block-start-color: var(--action); border-radius: 50%; animation: turn 1s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .sending { animation: none; } }
`;
