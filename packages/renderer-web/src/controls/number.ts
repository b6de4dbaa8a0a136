import { readEntry } from '@schalter/engine';
import { css } from '../css.ts';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** A whole or decimal number, typed as people type it: never a spinner that changes on scrolling. */
export const number: Control = {
  name: 'number',
  template: (field, ui, place) =>
    textField(field, ui, place, {
      // The numeric keyboards of phones have no minus.
      inputmode: (field.minimum ?? -1) < 0 ? 'text' : field.type === 'integer' ? 'numeric' : 'decimal',
      autocomplete: 'off',
      width: (field.maximum ?? 1e9) < 1000 ? 'width-6' : 'width-12',
      spellcheck: false,
    }),
  read: (field, entered, language) => readEntry(field, entered()[0] ?? '', language),
  styles: css`
    .affix { display: flex; align-items: stretch; max-inline-size: 100%; }
    .affix .input { border-start-end-radius: 0; border-end-end-radius: 0; }
    .affix__text { display: flex; align-items: center; padding-inline: 16px; border: var(--border) solid var(--control-border); border-inline-start: 0; border-block-end: 2px solid var(--field-bottom); border-start-end-radius: var(--radius); border-end-end-radius: var(--radius); background: var(--surface); color: var(--muted); }
    .field--error .affix__text { border: 2px solid var(--danger); border-inline-start: 0; }
  `,
};
