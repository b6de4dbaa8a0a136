import { printEntry, readEntry } from '@schalter/engine';
import { css } from '../css.ts';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** A bank account number: spaces and small letters are put in order, wrong digits are the format's affair. */
export const iban: Control = {
  name: 'iban',
  template: (field, ui, place) => {
    const text = printEntry({ ...field, format: 'iban' }, field.value, ui.t.language);
    return textField({ ...field, text }, ui, place, { autocomplete: 'off', spellcheck: false, width: 'width-iban' });
  },
  read: (field, entered, language) => readEntry({ ...field, format: 'iban' }, entered()[0] ?? '', language),
  styles: css`
    .width-iban { inline-size: 400px; font-variant-numeric: tabular-nums; }
  `,
};
