import { html } from 'lit/html.js';
import { css } from '../css.ts';
import { optionalMark } from '../parts/field-frame.ts';
import { tickBox } from './checkbox.ts';
import type { Control } from './control.ts';

/** A declaration that has to be agreed to: what is agreed to stands as hint above the box. */
export const consent: Control = {
  name: 'consent',
  template: (field, ui, place) =>
    html`<div class="consent">${tickBox(field, ui, place, html`${field.label}${optionalMark(field, ui)}`)}</div>`,
  read: (_field, entered) => (entered().includes('true') ? true : null),
  styles: css`
    .consent .field > .hint { padding: 16px; border-inline-start: 4px solid var(--divider); background: var(--surface); color: var(--text); margin-block-end: 16px; }
  `,
};
