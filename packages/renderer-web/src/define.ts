import { SchalterForm } from './element/schalter-form.ts';
import { adoptStyles, type StyleSource } from './element/sheets.ts';

/** Defines `<schalter-form>`, once. @param styles by default a style sheet that comes with the code */
export function defineForm(styles: StyleSource = adoptStyles): void {
  if (customElements.get('schalter-form')) return;
  SchalterForm.styles = styles;
  customElements.define('schalter-form', SchalterForm);
}
