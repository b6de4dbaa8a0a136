import type { FieldView } from '@schalter/engine';
import { joinDate, splitDate } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { describedBy, idOf } from '../ids.ts';
import { describedByField, fieldsetFrame } from '../parts/field-frame.ts';
import { sync } from '../parts/sync.ts';
import type { Ui } from '../ui.ts';
import type { Control, Entered } from './control.ts';

export interface DatePart {
  readonly name: 'day' | 'month' | 'year';
  readonly value: string;
}

/** A date that people know by heart: day, month and year are typed, nothing jumps ahead by itself. */
export const memorableDate: Control = {
  name: 'memorable-date',
  template: (field, ui, place) => {
    const { day, month, year } = splitDate(field.value);
    return fieldsetFrame(
      field,
      ui,
      place,
      dateParts(field, ui, [
        { name: 'day', value: day },
        { name: 'month', value: month },
        { name: 'year', value: year },
      ]),
    );
  },
  read: (_field, entered) =>
    joinDate({ day: part(entered, 'day'), month: part(entered, 'month'), year: part(entered, 'year') }),
  styles: css`
    .date { display: flex; flex-wrap: wrap; gap: 16px; }
    .date__part { display: grid; gap: 4px; }
    .date__part label { font-weight: 400; }
    .date .input { inline-size: 72px; }
    .date .date__year .input { inline-size: 104px; }
  `,
};

/** The inputs of a date's parts; the first carries the field's id. */
export function dateParts(field: FieldView, ui: Ui, parts: readonly DatePart[]): TemplateResult {
  const autocomplete = field.autocomplete === 'bday';
  return html`<div class="date">
    ${parts.map(({ name, value }, index) => {
      const id = index === 0 ? idOf(field.at) : `${idOf(field.at)}-${name}`;
      const described = index === 0 && field.problems.length > 0 ? describedBy(describedByField(field)) : undefined;
      return html`<div class="date__part date__${name}">
        <label for=${id}>${ui.t(`date.${name}`)}</label>
        <input
          class="input" part="input"
          id=${id}
          name="${field.at}#${name}"
          type="text"
          inputmode="numeric"
          autocomplete=${autocomplete ? `bday-${name}` : 'off'}
          value=${value}
          aria-describedby=${described ?? nothing}
          aria-invalid=${field.problems.length > 0 ? 'true' : nothing}
          ${sync({ value })}
        />
      </div>`;
    })}
  </div>`;
}

export const part = (entered: Entered, name: DatePart['name']): string => (entered(`#${name}`)[0] ?? '').trim();
