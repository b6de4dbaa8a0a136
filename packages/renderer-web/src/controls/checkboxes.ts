import { fieldsetFrame } from '../parts/field-frame.ts';
import { choices, constantOf } from './choice.ts';
import type { Control } from './control.ts';

/** Several of a few options. */
export const checkboxes: Control = {
  name: 'checkboxes',
  template: (field, ui, place) => fieldsetFrame(field, ui, place, choices(field, ui, 'checkbox')),
  read: (field, entered) => {
    const values = entered().filter((value) => value !== '');
    return values.length === 0 ? null : values.map((value) => constantOf(field.options, value));
  },
};
