import type { FieldView, ProblemView } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { describedBy, errorId, headingId, hintId, idOf } from '../ids.ts';
import type { Ui } from '../ui.ts';
import { help } from './help.ts';
import { errorIcon } from './icons.ts';
import { textTree } from './text-tree.ts';

type Part = TemplateResult | string | typeof nothing | undefined;

/** What a frame needs to know of the page around the field. */
export interface FieldPlace {
  /** When the page's title is the field's label: that title. */
  readonly heading?: string | undefined;
}

/**
 * A field with one input: label, hint, help, error, input, in this order. As the only question of a page its label
 * is the page's heading too.
 */
export function fieldFrame(field: FieldView, ui: Ui, place: FieldPlace, input: Part, after?: Part): TemplateResult {
  const labelText = html`<label class="label" part="label" for=${idOf(field.at)}>${place.heading ?? field.label}${optionalMark(field, ui)}</label>`;
  return html`<div class="field ${errorClass(field.problems)}" part="field">
    ${
      place.heading === undefined
        ? html`<div class="field__label ${field.labelHidden ? 'visually-hidden' : ''}">${labelText}</div>`
        : html`<h1 class="field__label heading" part="heading" id=${headingId} tabindex="-1">${labelText}</h1>`
    }
    ${explanations(field, ui)} ${input} ${after ?? nothing}
  </div>`;
}

/** A question whose answer takes several inputs: the label is a legend. */
export function fieldsetFrame(field: FieldView, ui: Ui, place: FieldPlace, inputs: Part): TemplateResult {
  const described = describedByField(field) ?? nothing;
  // The bar of a wrong field stands on a box around: a fieldset's own border begins at the middle of its legend.
  return html`<div class="field ${errorClass(field.problems)}" part="field">
    <fieldset aria-describedby=${described}>
      <legend class="field__label label ${field.labelHidden && place.heading === undefined ? 'visually-hidden' : ''}" part="label">${
        place.heading === undefined
          ? html`${field.label}${optionalMark(field, ui)}`
          : html`<h1 class="heading" part="heading" id=${headingId} tabindex="-1">${place.heading}${optionalMark(field, ui)}</h1>`
      }</legend>
      ${explanations(field, ui)} ${inputs}
    </fieldset>
  </div>`;
}

/** Ids of hint and error, as they exist. */
export function describedByField(field: FieldView, ...more: (string | undefined)[]): string | undefined {
  return describedBy(
    field.hint && field.hint.length > 0 && hintId(field.at),
    field.problems.length > 0 && errorId(field.at),
    ...more,
  );
}

export function optionalMark(field: FieldView, ui: Ui): Part {
  return field.optionalMark ? html` <span class="optional">${ui.t('optional')}</span>` : nothing;
}

/** Hint, help and error. */
export function explanations(field: FieldView, ui: Ui): TemplateResult {
  return html`${hint(field, ui)} ${help(field.help, field.label, ui)} ${errorMessage(field.at, field.problems, ui)}`;
}

export function hint(field: Pick<FieldView, 'at' | 'hint'>, ui: Ui): Part {
  if (!field.hint || field.hint.length === 0) return nothing;
  return html`<div class="hint prose" part="hint" id=${hintId(field.at)}>${textTree(field.hint, ui, 3)}</div>`;
}

/** The messages of a field, list or group, above its input. */
export function errorMessage(at: string, problems: readonly ProblemView[], ui: Ui): Part {
  if (problems.length === 0) return nothing;
  return html`<div class="error" part="error" id=${errorId(at)}>
    ${errorIcon()}
    <div>${problems.map((problem) => html`<p><span class="visually-hidden">${ui.t('error')}: </span>${problem.message}</p>`)}</div>
  </div>`;
}

export const errorClass = (problems: readonly ProblemView[]): string => (problems.length > 0 ? 'field--error' : '');
export const invalid = (field: FieldView): 'true' | typeof nothing => (field.problems.length > 0 ? 'true' : nothing);
