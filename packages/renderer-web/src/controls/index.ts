import type { FieldView } from '@schalter/engine';
import { checkbox } from './checkbox.ts';
import { checkboxes } from './checkboxes.ts';
import { computed } from './computed.ts';
import { consent } from './consent.ts';
import type { Control } from './control.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { memorableDate } from './memorable-date.ts';
import { money } from './money.ts';
import { monthYear } from './month-year.ts';
import { number } from './number.ts';
import { phone } from './phone.ts';
import { radios } from './radios.ts';
import { select } from './select.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { yesNo } from './yes-no.ts';

/** All controls, in the order in which their style sheets stand. A test holds the list against the folder. */
export const controls: readonly Control[] = [
  text,
  textarea,
  number,
  money,
  yesNo,
  radios,
  select,
  checkboxes,
  checkbox,
  consent,
  memorableDate,
  monthYear,
  email,
  phone,
  iban,
  computed,
];

const byName = new Map(controls.map((control) => [control.name, control]));

/**
 * The control that shows a field: the one it names, else one that can ask for its kind of value, so that a form that
 * is newer than this renderer can still be filled in.
 */
export function controlOf(field: FieldView): Control {
  if (field.readOnly) return computed;
  const named = byName.get(field.control);
  if (named && named !== computed) return named;
  if (field.options && field.options.length > 0) return field.type === 'array' ? checkboxes : select;
  if (field.type === 'boolean') return yesNo;
  if (field.type === 'number' || field.type === 'integer') return number;
  return text;
}
