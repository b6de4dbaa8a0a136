import { fieldsetFrame } from '../parts/field-frame.ts';
import { choiceStyles, choices, constantOf } from './choice.ts';
import type { Control } from './control.ts';

/** One of a few options, all in sight. */
export const radios: Control = {
  name: 'radios',
  template: (field, ui, place) => fieldsetFrame(field, ui, place, choices(field, ui, 'radio')),
  read: (field, entered) => {
    const value = entered()[0] ?? '';
    return value === '' ? null : constantOf(field.options, value);
  },
  styles: choiceStyles,
};
