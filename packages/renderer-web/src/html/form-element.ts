import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ThemeChoice } from '../styles/tokens.ts';

export interface FormElementOptions {
  readonly form: string;
  readonly language: string;
  /** Id of the draft the page shows. */
  readonly draft?: string | undefined;
  readonly theme?: ThemeChoice | undefined;
  /** The same page as plain HTML: stands until the script has taken over, or for good without script. */
  readonly plain: TemplateResult;
}

/** `<schalter-form>` around the plain page. */
export function formElement({ form, language, draft, theme, plain }: FormElementOptions): TemplateResult {
  return html`<schalter-form form=${form} language=${language} draft=${draft ?? nothing} theme=${theme ?? nothing}>${plain}</schalter-form>`;
}
