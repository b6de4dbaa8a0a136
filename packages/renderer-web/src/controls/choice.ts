import type { JsonValue } from '@schalter/definition';
import type { FieldView, OptionView } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { describedBy, idOf } from '../ids.ts';
import { describedByField } from '../parts/field-frame.ts';
import { sync } from '../parts/sync.ts';
import { textTree } from '../parts/text-tree.ts';
import type { Ui } from '../ui.ts';

/** One radio button or tick box with its label and hint. */
export interface Choice {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: TemplateResult | string;
  readonly hint?: TemplateResult | string | typeof nothing | undefined;
  readonly checked: boolean;
  readonly exclusive?: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

export function choice(item: Choice): TemplateResult {
  const hintId = item.hint === undefined ? undefined : `${item.id}-hint`;
  return html`<div class="choice" part="choice">
    <input
      class="choice__input"
      type=${item.type}
      id=${item.id}
      name=${item.name}
      value=${item.value}
      ?checked=${item.checked}
      ?data-exclusive=${item.exclusive ?? false}
      aria-describedby=${describedBy(hintId, item.describedBy) ?? nothing}
      aria-invalid=${item.invalid ? 'true' : nothing}
      ${sync({ checked: item.checked })}
    />
    <label class="choice__label" for=${item.id}>${item.label}</label>
    ${hintId === undefined ? nothing : html`<div class="choice__hint hint prose" id=${hintId}>${item.hint}</div>`}
  </div>`;
}

/** Id of an option's input: the first has the field's own, so that links to the field land on it. */
export const optionId = (at: string, index: number): string => (index === 0 ? idOf(at) : `${idOf(at)}-${index + 1}`);

/** All options of a field, one below the other. */
export function choices(field: FieldView, ui: Ui, type: 'radio' | 'checkbox'): TemplateResult {
  const options = field.options ?? [];
  if (options.length === 0) return html`<p class="muted">${ui.t('options.none')}</p>`;
  return html`<div class="choices">
    ${options.map((option, index) => {
      const first = index === 0 ? describedByField(field) : undefined;
      return html`${option.divider ? html`<hr class="choices__divider" />` : nothing}
      ${choice({
        type,
        id: optionId(field.at, index),
        name: field.at,
        value: String(option.value),
        label: option.title,
        hint: option.hint && option.hint.length > 0 ? textTree(option.hint, ui, 3) : undefined,
        checked: option.selected,
        exclusive: option.exclusive,
        // Screen readers differ in reading a fieldset's description: the link of the error summary lands here.
        describedBy: field.problems.length > 0 ? first : undefined,
        invalid: type === 'checkbox' && field.problems.length > 0,
      })}`;
    })}
  </div>`;
}

/** The constant of the option whose text was posted; a value that is no option comes back as it is, to be refused. */
export function constantOf(options: readonly OptionView[] | undefined, value: string): JsonValue {
  return options?.find((option) => String(option.value) === value)?.value ?? value;
}

export const choiceStyles = css`
  .choices { display: grid; gap: 12px; }
  .choices__divider { inline-size: 100%; margin: 4px 0; border: 0; border-block-start: 1px solid var(--divider); }
  .choice { position: relative; display: grid; grid-template-columns: 28px 1fr; column-gap: 16px; padding: 9px 16px; border: var(--border) solid var(--control-border); border-radius: var(--radius); background: var(--page); transition: background-color 120ms, border-color 120ms; }
  .choice:hover { border-color: var(--action); }
  .choice:has(:checked) { border-color: var(--action); background: var(--selected); box-shadow: inset 0 0 0 var(--border) var(--action); }
  .choice:focus-within:has(:focus-visible) { outline: 3px solid var(--focus-outer); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-inner); }
  .choice__input { appearance: none; position: relative; z-index: 1; display: grid; place-content: center; inline-size: 28px; block-size: 28px; margin: 0; border: 2px solid var(--control-border); background: var(--page); color: var(--on-action); cursor: pointer; }
  .choice__input[type='radio'] { border-radius: 50%; }
  .choice__input[type='checkbox'] { border-radius: var(--radius); }
  .choice__input:checked { border-color: var(--action); background: var(--action); }
  .choice__input[type='radio']:checked { background: var(--page); }
  .choice__input[type='radio']:checked::before { content: ''; inline-size: 14px; block-size: 14px; border-radius: 50%; background: var(--action); }
  .choice__input[type='checkbox']:checked::before { content: ''; inline-size: 8px; block-size: 14px; margin-block-start: -3px; border: solid var(--on-action); border-width: 0 3px 3px 0; transform: rotate(45deg); }
  .choice__input:focus-visible { outline: none; box-shadow: none; }
  .choice__label { align-self: center; cursor: pointer; }
  /* The whole card is the target. */
  .choice__label::after { content: ''; position: absolute; inset: 0; }
  .choice__hint { grid-column: 2; margin-block: 0; }
  .choice__hint a { position: relative; z-index: 1; }
  .field--error .choice { border-color: var(--danger); }
  .field--error .choice__input { border-color: var(--danger); }
  @media (forced-colors: active) {
    .choice:has(:checked) { outline: 2px solid Highlight; outline-offset: -3px; }
    .choice__input { appearance: auto; }
    .choice__input::before { display: none; }
  }
`;
