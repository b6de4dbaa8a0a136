import type { View } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { contentTemplate } from '../content/content.ts';
import { headingId } from '../ids.ts';
import { textTree } from '../parts/text-tree.ts';
import { pageHead } from './head.ts';
import { headingOf, type PageContext } from './view.ts';

/** The route ends here: why, what to do instead, and the way back. */
export function exitPage(view: View, context: PageContext): TemplateResult {
  const { step } = view;
  return html`${pageHead(view, context)}
    <div class="page__content">
      <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${headingOf(view, context)}</h1>
      <div class="text prose">${textTree(step.text, context)}</div>
      ${contentTemplate(step.content, context, { level: 2 })}
      <p class="muted">${context.t('exit.nothing-sent')}</p>
    </div>
    ${
      step.handover === undefined
        ? nothing
        : html`<div class="actions" part="actions"><button class="button" part="button" type="submit" name="do" value="next">${context.t('exit.handover')}</button></div>`
    }`;
}
