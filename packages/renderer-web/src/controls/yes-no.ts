import { html } from 'lit/html.js';
import { css } from '../css.ts';
import { describedByField, fieldsetFrame } from '../parts/field-frame.ts';
import { choice, optionId } from './choice.ts';
import type { Control } from './control.ts';

/** A question with yes and no: neither is chosen for people. */
export const yesNo: Control = {
  name: 'yes-no',
  template: (field, ui, place) =>
    fieldsetFrame(
      field,
      ui,
      place,
      html`<div class="choices choices--inline">
        ${[true, false].map((value, index) =>
          choice({
            type: 'radio',
            id: optionId(field.at, index),
            name: field.at,
            value: String(value),
            label: field.options?.find((option) => option.value === value)?.title ?? ui.t(value ? 'yes' : 'no'),
            checked: field.value === value,
            describedBy: index === 0 && field.problems.length > 0 ? describedByField(field) : undefined,
          }),
        )}
      </div>`,
    ),
  read: (_field, entered) => {
    const value = entered()[0] ?? '';
    return value === 'true' ? true : value === 'false' ? false : value === '' ? null : value;
  },
  styles: css`
    @media (min-width: 576px) { .choices--inline { grid-template-columns: repeat(2, minmax(0, 160px)); } }
  `,
};
