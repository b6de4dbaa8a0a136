import './designer.css';
import { SchalterDesigner } from './designer.ts';

customElements.define('schalter-designer', SchalterDesigner);
