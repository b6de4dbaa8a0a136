import { readText } from '../entry.ts';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** A telephone number, written as people write it. */
export const phone: Control = {
  name: 'phone',
  template: (field, ui, place) =>
    textField(field, ui, place, {
      type: 'tel',
      inputmode: 'tel',
      autocomplete: 'tel',
      spellcheck: false,
      width: 'width-30',
    }),
  read: (_field, entered) => readText(entered()),
};
