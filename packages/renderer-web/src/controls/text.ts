import { type FieldView, printUnit, readEntry } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { idOf } from '../ids.ts';
import { inputDirection } from '../parts/direction.ts';
import { describedByField, type FieldPlace, fieldFrame, invalid } from '../parts/field-frame.ts';
import { sync } from '../parts/sync.ts';
import type { Ui } from '../ui.ts';
import type { Control } from './control.ts';

/** What kinds of one-line input differ in. */
export interface TextInput {
  readonly type?: 'text' | 'email' | 'tel' | 'url';
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly autocomplete?: string;
  /** Off for what is no word: names of mail boxes, account numbers. */
  readonly spellcheck?: boolean;
  /** Class that sets the width: it tells the length expected. */
  readonly width: string;
}

/** A one-line input in its frame. */
export function textField(field: FieldView, ui: Ui, place: FieldPlace, input: TextInput): TemplateResult {
  const native = html`<input
    class="input ${input.width}" part="input"
    id=${idOf(field.at)}
    name=${field.at}
    type=${input.type ?? 'text'}
    value=${field.text}
    inputmode=${input.inputmode ?? nothing}
    autocomplete=${field.autocomplete ?? input.autocomplete ?? nothing}
    autocapitalize=${input.spellcheck === false ? 'off' : nothing}
    spellcheck=${input.spellcheck === false ? 'false' : nothing}
    dir=${inputDirection(ui, input.spellcheck === false ? 'code' : 'words')}
    aria-describedby=${describedByField(field) ?? nothing}
    aria-invalid=${invalid(field)}
    ${sync({ value: field.text })}
  />`;
  const suffix = field.unit === undefined ? undefined : printUnit(field.unit, ui.t.language);
  return fieldFrame(
    field,
    ui,
    place,
    suffix === undefined
      ? native
      : html`<div class="affix">${native}<span class="affix__text" aria-hidden="true">${suffix}</span></div>`,
  );
}

/** The width that fits `length` characters. */
export function widthOf(length: number | undefined, otherwise: string): string {
  if (length === undefined) return otherwise;
  if (length <= 3) return 'width-3';
  if (length <= 6) return 'width-6';
  if (length <= 12) return 'width-12';
  if (length <= 20) return 'width-20';
  if (length <= 40) return 'width-30';
  return 'width-full';
}

/** Widths of what has a usual length, by autocomplete token. */
const widths: Readonly<Record<string, string>> = {
  'postal-code': 'width-6',
  'address-level2': 'width-30',
};

/** Formats of numbers and codes, by the width that fits: no words, so nothing is spelt or capitalised for people. */
const codeWidths: Readonly<Record<string, string>> = {
  'width-6': 'postal-code-de',
  'width-12': 'ags bic id-card-de licence-plate-de passport-de',
  'width-20': 'ars microchip social-security-number-de tax-id-de tax-number-de vat-id',
  'width-30': 'coordinates creditor-id leitweg-id',
};

const codeWidth: ReadonlyMap<string, string> = new Map(
  Object.entries(codeWidths).flatMap(([width, formats]) =>
    formats.split(' ').map((format) => [format, width] as const),
  ),
);

/** Formats of digits alone: phones show digits. */
const digits = new Set('ags ars microchip postal-code-de tax-id-de'.split(' '));

/** One line of text; a date, a time or a code in it is put into its usual form. */
export const text: Control = {
  name: 'text',
  template: (field, ui, place) =>
    textField(field, ui, place, {
      ...codeInput(field.format ?? ''),
      width:
        codeWidth.get(field.format ?? '') ?? widths[field.autocomplete ?? ''] ?? widthOf(field.maxLength, 'width-30'),
    }),
  read: (field, entered, language) => readEntry(field, entered()[0] ?? '', language),
};

function codeInput(format: string): Omit<TextInput, 'width'> {
  if (!codeWidth.has(format)) return {};
  return { spellcheck: false, ...(digits.has(format) ? { inputmode: 'numeric' as const } : {}) };
}
