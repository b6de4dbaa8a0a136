import type { FieldView } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { readLines } from '../entry.ts';
import { idOf } from '../ids.ts';
import { inputDirection } from '../parts/direction.ts';
import { describedByField, fieldFrame, invalid } from '../parts/field-frame.ts';
import { sync } from '../parts/sync.ts';
import type { Ui } from '../ui.ts';
import type { Control } from './control.ts';

/** Several lines of text, with what is left of the length when there is a limit. */
export const textarea: Control = {
  name: 'textarea',
  template: (field, ui, place) => {
    const counted = field.maxLength !== undefined || field.maxWords !== undefined;
    const counterId = counted ? `${idOf(field.at)}-counter` : undefined;
    // `data-text` becomes the element's content in plain HTML (see html/render.ts).
    return fieldFrame(
      field,
      ui,
      place,
      html`<textarea
        class="input width-full" part="input"
        id=${idOf(field.at)}
        name=${field.at}
        rows=${(field.maxLength ?? 1000) <= 200 ? 3 : 6}
        autocomplete=${field.autocomplete ?? nothing}
        dir=${inputDirection(ui, 'words')}
        aria-describedby=${describedByField(field, counterId) ?? nothing}
        aria-invalid=${invalid(field)}
        data-text=${ui.mode === 'plain' ? field.text : nothing}
        ${sync({ value: field.text })}
      ></textarea>`,
      counterId === undefined ? nothing : counter(field, ui, counterId),
    );
  },
  read: (_field, entered) => readLines(entered()),
  styles: css`
    textarea.input { display: block; block-size: auto; min-block-size: 96px; padding-block: 10px; line-height: 28px; resize: vertical; }
    .counter { margin: var(--space-1) 0 0; color: var(--muted); font-size: 16px; line-height: 24px; font-variant-numeric: tabular-nums; }
    .counter--over { color: var(--danger); font-weight: 600; }
  `,
};

/** Without script the limit, with it what is left. Not announced on each key: it is part of the input's description. */
function counter(field: FieldView, ui: Ui, id: string): TemplateResult {
  const byWords = field.maxWords !== undefined;
  const limit = field.maxWords ?? field.maxLength ?? 0;
  const kind = byWords ? 'words' : 'counter';
  if (ui.mode === 'plain') {
    return html`<p class="counter" id=${id}>${ui.t(`${kind}.max`, { count: limit, formatted: ui.t.number(limit) })}</p>`;
  }
  const used = byWords ? (field.text.match(/\S+/g)?.length ?? 0) : Array.from(field.text).length;
  const left = limit - used;
  const count = Math.abs(left);
  const text = ui.t(left < 0 ? `${kind}.over` : `${kind}.left`, { count, formatted: ui.t.number(count) });
  return html`<p class="counter ${left < 0 ? 'counter--over' : ''}" id=${id}>${text}</p>`;
}
