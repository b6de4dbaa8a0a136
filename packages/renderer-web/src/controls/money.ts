import { readEntry } from '@schalter/engine';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** An amount of money: `1.234,50`, with the currency behind it. */
export const money: Control = {
  name: 'money',
  template: (field, ui, place) =>
    textField({ ...field, unit: field.unit ?? 'EUR' }, ui, place, {
      inputmode: (field.minimum ?? 0) < 0 ? 'text' : 'decimal',
      autocomplete: 'off',
      width: 'width-12',
      spellcheck: false,
    }),
  read: (field, entered, language) => readEntry(field, entered()[0] ?? '', language),
};
