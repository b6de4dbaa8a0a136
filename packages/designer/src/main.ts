import { SchalterForm } from '@schalter/renderer-web';
import './designer.css';
import { SchalterDesigner } from './designer.ts';

customElements.define('schalter-form', SchalterForm);
customElements.define('schalter-designer', SchalterDesigner);
