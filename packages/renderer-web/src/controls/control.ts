import type { JsonValue } from '@schalter/definition';
import type { FieldView } from '@schalter/engine';
import type { TemplateResult } from 'lit/html.js';
import type { FieldPlace } from '../parts/field-frame.ts';
import type { Ui } from '../ui.ts';

/**
 * What was entered under a field's name: the values of its inputs that a browser would post.
 * `suffix` names a part (`#day`).
 */
export type Entered = (suffix?: string) => readonly string[];

/** How a field is asked: one declaration that templates, posts and events all read. */
export interface Control {
  /** As in the form language. */
  readonly name: string;
  /** The whole field over native inputs, each named by the field's JSON Pointer (parts with a suffix). Pure. */
  template(field: FieldView, ui: Ui, place: FieldPlace): TemplateResult;
  /**
   * The answer in what was entered, trimmed; `null` for nothing. What cannot be read as the field's type comes back
   * as the text itself, for the engine to report.
   */
  read(field: FieldView, entered: Entered, language: string): JsonValue;
  /** Style sheet of what this control alone needs. */
  readonly styles?: string;
}
