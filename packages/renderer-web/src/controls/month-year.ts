import { joinMonth, splitMonth } from '@schalter/engine';
import { fieldsetFrame } from '../parts/field-frame.ts';
import type { Control } from './control.ts';
import { dateParts, part } from './memorable-date.ts';

/** A month of a year (`2026-11`), typed in two parts. */
export const monthYear: Control = {
  name: 'month-year',
  template: (field, ui, place) => {
    const { month, year } = splitMonth(field.value);
    return fieldsetFrame(
      field,
      ui,
      place,
      dateParts(field, ui, [
        { name: 'month', value: month },
        { name: 'year', value: year },
      ]),
    );
  },
  read: (_field, entered) => joinMonth({ month: part(entered, 'month'), year: part(entered, 'year') }),
};
