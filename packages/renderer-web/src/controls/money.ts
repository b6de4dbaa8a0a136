import { readEntry } from '@schalter/engine';
import type { Control } from './control.ts';
import { textField } from './text.ts';

/** An amount of money: `1.234,50`, with the currency behind it. */
export const money: Control = {
  name: 'money',
  template: (field, ui, place) =>
    textField(field, ui, place, {
      inputmode: (field.minimum ?? 0) < 0 ? 'text' : 'decimal',
      autocomplete: 'off',
      width: 'width-12',
      spellcheck: false,
      suffix: currencySymbol(field.unit ?? 'EUR', ui.t.language),
    }),
  read: (field, entered, language) => readEntry(field, entered()[0] ?? '', language),
};

/** `€` for `EUR` and `EUR-cent`; what is no currency stands as it is. */
function currencySymbol(unit: string, language: string): string {
  const currency = unit.replace(/-cent$/, '');
  try {
    const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(0);
    return parts.find((part) => part.type === 'currency')?.value ?? currency;
  } catch {
    return unit;
  }
}
