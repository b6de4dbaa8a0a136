import type { JsonValue } from '@schalter/definition';
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

/** Year and month as typed; a complete one as `2026-11`, an incomplete one is reported by the format. */
export function joinMonth({ month, year }: { month: string; year: string }): JsonValue {
  if (month === '' && year === '') return null;
  return /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year) ? `${year}-${month.padStart(2, '0')}` : `${year}-${month}`;
}

export function splitMonth(value: JsonValue): { month: string; year: string } {
  if (typeof value !== 'string') return { month: '', year: '' };
  const dash = value.indexOf('-');
  if (dash < 0) return { month: '', year: value };
  const month = value.slice(dash + 1);
  return { month: /^0\d$/.test(month) ? month.slice(1) : month, year: value.slice(0, dash) };
}
