import { html, nothing, type TemplateResult } from 'lit/html.js';

/** A heading of a computed level (2 to 6) that may take the focus by script. */
export function headingTemplate(
  level: number,
  content: TemplateResult | string,
  options: { id?: string; class?: string } = {},
): TemplateResult {
  const id = options.id ?? nothing;
  const tabindex = options.id === undefined ? nothing : '-1';
  const name = options.class ?? nothing;
  switch (level) {
    case 2:
      return html`<h2 class=${name} id=${id} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 class=${name} id=${id} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 class=${name} id=${id} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 class=${name} id=${id} tabindex=${tabindex}>${content}</h5>`;
    default:
      return html`<h6 class=${name} id=${id} tabindex=${tabindex}>${content}</h6>`;
  }
}
