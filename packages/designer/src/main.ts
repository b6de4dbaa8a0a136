import './designer.css';
import { SchalterDesigner } from './designer.ts';

// The fonts of the forms, as the server serves them.
const fonts = document.createElement('link');
fonts.rel = 'stylesheet';
fonts.href = '/assets/fonts.css';
document.head.append(fonts);

customElements.define('schalter-designer', SchalterDesigner);
