import { css } from '../css.ts';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** A bank account number: spaces and small letters are put in order, wrong digits are the format's affair. */
export const iban: Control = {
  name: 'iban',
  template: (field, ui, place) => {
    const grouped = typeof field.value === 'string' ? { ...field, text: inGroups(field.value) } : field;
    return textField(grouped, ui, place, { autocomplete: 'off', spellcheck: false, width: 'width-iban' });
  },
  read: (_field, entered) => {
    const text = (entered()[0] ?? '').replaceAll(/\s/g, '').toUpperCase();
    return text === '' ? null : text;
  },
  styles: css`
    .width-iban { inline-size: 400px; font-variant-numeric: tabular-nums; }
  `,
};

/** `DE02 1203 0000 0000 2020 51` */
export function inGroups(value: string): string {
  return (
    value
      .replaceAll(/\s/g, '')
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}
