import { html, type TemplateResult } from 'lit/html.js';

// Drawn for 20 × 20, in the text's colour, invisible to screen readers: words always stand beside them.
const icon = (name: string, path: string): TemplateResult =>
  html`<svg class="icon icon--${name}" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="${path}" /></svg>`;

export const errorIcon = (): TemplateResult =>
  icon('error', 'M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm-1 4v6.5h2V5H9Zm0 8v2.2h2V13H9Z');
export const infoIcon = (): TemplateResult =>
  icon('info', 'M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM9 8.5V15h2V8.5H9ZM9 5v2.2h2V5H9Z');
export const checkIcon = (): TemplateResult => icon('check', 'M7.6 16.2 1.9 10.5l1.7-1.7 4 4L16.4 4l1.7 1.7L7.6 16.2Z');
export const backIcon = (): TemplateResult => icon('back', 'M12.7 3.3 6 10l6.7 6.7-1.4 1.4L3.2 10l8.1-8.1 1.4 1.4Z');
export const nextIcon = (): TemplateResult => icon('next', 'M7.3 3.3 14 10l-6.7 6.7 1.4 1.4L16.8 10 8.7 1.9 7.3 3.3Z');
export const documentIcon = (): TemplateResult =>
  icon('document', 'M4 1h8l4 4v14H4V1Zm2 2v14h8V7h-4V3H6Zm2 6h4v2H8V9Zm0 4h4v2H8v-2Z');
export const searchIcon = (): TemplateResult =>
  icon(
    'search',
    'M8.5 1.5a7 7 0 0 1 5.6 11.2l4.4 4.4-1.4 1.4-4.4-4.4A7 7 0 1 1 8.5 1.5Zm0 2a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  );
