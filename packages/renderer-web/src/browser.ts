// What pages load: defines <schalter-form>, once.
import { SchalterForm } from './element/schalter-form.ts';

if (!customElements.get('schalter-form')) customElements.define('schalter-form', SchalterForm);
