// What pages load: defines <schalter-form>, once, with the style sheets that stand beside this script.
import { linkedStyles } from './element/linked-styles.ts';
import { SchalterForm } from './element/schalter-form.ts';

if (!customElements.get('schalter-form')) {
  SchalterForm.styles = linkedStyles(import.meta.url);
  customElements.define('schalter-form', SchalterForm);
}
