import { readEntry } from '@schalter/engine';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** A telephone number, written as people write it; once the reader of numbers is loaded, that of the format `phone` is E.164. */
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
  read: (field, entered, language) => readEntry(field, entered()[0] ?? '', language),
};
