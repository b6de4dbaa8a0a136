import { html, nothing } from 'lit/html.js';
import { css } from '../css.ts';
import { idOf } from '../ids.ts';
import { describedByField, fieldFrame, invalid } from '../parts/field-frame.ts';
import { sync } from '../parts/sync.ts';
import { constantOf } from './choice.ts';
import type { Control } from './control.ts';

/** One of many options, by the browser's own list. */
export const select: Control = {
  name: 'select',
  template: (field, ui, place) => {
    const options = field.options ?? [];
    const longest = Math.max(0, ...options.map((option) => option.title.length));
    return fieldFrame(
      field,
      ui,
      place,
      html`<div class="select ${longest <= 30 ? 'width-30' : 'width-full'}"><select
        class="input" part="input"
        id=${idOf(field.at)}
        name=${field.at}
        autocomplete=${field.autocomplete ?? nothing}
        aria-describedby=${describedByField(field) ?? nothing}
        aria-invalid=${invalid(field)}
      >
        <option value="" ?selected=${!options.some((option) => option.selected)} ${sync({ selected: !options.some((option) => option.selected) })}>${ui.t('select.empty')}</option>
        ${options.map(
          (option) =>
            html`${option.divider ? html`<hr />` : nothing}<option value=${String(option.value)} ?selected=${option.selected} ${sync({ selected: option.selected })}>${option.title}</option>`,
        )}
      </select></div>`,
    );
  },
  read: (field, entered) => {
    const value = entered()[0] ?? '';
    return value === '' ? null : constantOf(field.options, value);
  },
  styles: css`
    .select { position: relative; }
    .select select { inline-size: 100%; padding-inline-end: 48px; appearance: none; cursor: pointer; text-overflow: ellipsis; }
    .select::after { content: ''; position: absolute; inset-block-start: 16px; inset-inline-end: 20px; inline-size: 10px; block-size: 10px; border: solid var(--text); border-width: 0 2px 2px 0; transform: rotate(45deg); pointer-events: none; }
    @media (forced-colors: active) { .select select { appearance: auto; } .select::after { display: none; } }
  `,
};
