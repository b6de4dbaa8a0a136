import { readText } from '../entry.ts';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** An e-mail address. */
export const email: Control = {
  name: 'email',
  template: (field, ui, place) =>
    textField(field, ui, place, {
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
      spellcheck: false,
      width: 'width-full',
    }),
  read: (_field, entered) => readText(entered()),
};
