import type { View } from '@schalter/engine';
import { keyed } from 'lit/directives/keyed.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { contentTemplate } from '../content/content.ts';
import { isText } from '../content/kinds.ts';
import { headingId } from '../ids.ts';
import { textTree } from '../parts/text-tree.ts';
import { pageHead } from './head.ts';
import { headingOf, type PageContext } from './view.ts';

/** A page of questions. */
export function stepPage(view: View, context: PageContext): TemplateResult {
  const { step } = view;
  const heading = headingOf(view, context);
  const first = step.content[0];
  // A tick box keeps its own label; groups and lists take the title as well as single fields do.
  const merged = step.titleIsLabel && first !== undefined && !isText(first);
  return html`${pageHead(view, context)}
    ${keyed(
      `${step.id} ${step.entry ?? ''}`,
      html`<div class="page__content">
        ${merged ? nothing : html`<h1 class="heading" part="heading" id=${headingId} tabindex="-1">${heading}</h1>`}
        ${step.text && step.text.length > 0 ? html`<div class="text prose">${textTree(step.text, context)}</div>` : nothing}
        ${contentTemplate(step.content, context, { level: 2, heading: merged ? heading : undefined })}
      </div>`,
    )}
    <div class="actions" part="actions">
      <button class="button" part="button" type="submit" name="do" value="next">${context.t('next')}</button>
      ${saveLink(context)}
    </div>`;
}

/** Beside the main button on every page that has answers to keep. */
export function saveLink(context: PageContext): TemplateResult | typeof nothing {
  if (context.saveable === false) return nothing;
  return html`<button class="link actions__save" type="submit" name="do" value="save">${context.t('save')}</button>`;
}
