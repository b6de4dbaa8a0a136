import type { FieldView } from '@schalter/engine';
import { html, type TemplateResult } from 'lit/html.js';
import { headingId, idOf } from '../ids.ts';
import { describedByField, errorClass, explanations, type FieldPlace, optionalMark } from '../parts/field-frame.ts';
import type { Ui } from '../ui.ts';
import { choice } from './choice.ts';
import type { Control } from './control.ts';

/** A single tick box; its label says what is declared by ticking it. Unticked is unanswered. */
export const checkbox: Control = {
  name: 'checkbox',
  template: (field, ui, place) => tickBox(field, ui, place, html`${field.label}${optionalMark(field, ui)}`),
  read: (_field, entered) => (entered().includes('true') ? true : null),
};

/** A tick box in its frame. As the only question of a page the page's title stands above it, the label beside the box. */
export function tickBox(field: FieldView, ui: Ui, place: FieldPlace, label: TemplateResult): TemplateResult {
  return html`<div class="field ${errorClass(field.problems)}" part="field">
    ${place.heading === undefined ? '' : html`<h1 class="heading" part="heading" id=${headingId} tabindex="-1">${place.heading}</h1>`}
    ${explanations(field, ui)}
    ${choice({
      type: 'checkbox',
      id: idOf(field.at),
      name: field.at,
      value: 'true',
      label,
      checked: field.value === true,
      describedBy: describedByField(field),
      invalid: field.problems.length > 0,
    })}
  </div>`;
}
