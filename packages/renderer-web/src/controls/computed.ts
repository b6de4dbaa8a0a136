import { html } from 'lit/html.js';
import { css } from '../css.ts';
import { idOf } from '../ids.ts';
import { hint } from '../parts/field-frame.ts';
import { help } from '../parts/help.ts';
import type { Control } from './control.ts';

/** What is shown and not asked: a computed value, or one that is locked. Chosen for every read-only field. */
export const computed: Control = {
  name: 'computed',
  template: (field, ui) => html`<div class="field computed" part="field">
    <p class="label" part="label" id="${idOf(field.at)}-label">${field.label}</p>
    ${hint(field, ui)} ${help(field.help, field.label, ui)}
    <output class="computed__value" id=${idOf(field.at)} aria-labelledby="${idOf(field.at)}-label" tabindex="-1"
      >${field.text === '' ? html`<span class="muted">${ui.t('computed.empty')}</span>` : field.text}</output>
  </div>`,
  read: (field) => field.value,
  styles: css`
    .computed { padding: 16px 24px; border-radius: var(--card-radius); background: var(--surface); border: var(--border) solid var(--divider); }
    .computed__value { display: block; font-size: 20px; line-height: 28px; font-weight: 600; }
    .computed__value .muted { font-size: 18px; font-weight: 400; }
  `,
};
