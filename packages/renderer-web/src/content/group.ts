import type { GroupView } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { describedBy, errorId, headingId, hintId, idOf } from '../ids.ts';
import { errorClass, errorMessage, hint } from '../parts/field-frame.ts';
import { help } from '../parts/help.ts';
import type { Ui } from '../ui.ts';
import { type ContentPlace, contentTemplate } from './content.ts';
import { headingTemplate } from './headings.ts';

/** Fields that belong together, under a legend that is a heading too. A group without title leaves no trace. */
export function groupTemplate(group: GroupView, ui: Ui, place: ContentPlace): TemplateResult {
  const inner = html`${hint(group, ui)} ${help(group.help, group.title ?? '', ui)} ${errorMessage(group.at, group.problems, ui)}
    ${contentTemplate(group.content, ui, { level: Math.min(6, place.level + 1) })}`;
  if (group.title === undefined && place.heading === undefined) {
    return html`<div class="group" id=${idOf(group.at)} tabindex="-1">${inner}</div>`;
  }
  const described = describedBy(
    group.hint && group.hint.length > 0 && hintId(group.at),
    group.problems.length > 0 && errorId(group.at),
  );
  return html`<div class="group ${errorClass(group.problems)}"><fieldset id=${idOf(group.at)} tabindex="-1" aria-describedby=${described ?? nothing}>
    <legend class="group__title">
      ${
        place.heading === undefined
          ? headingTemplate(place.level, group.title ?? '')
          : html`<h1 class="heading" part="heading" id=${headingId} tabindex="-1">${place.heading}</h1>`
      }
    </legend>
    ${inner}
  </fieldset></div>`;
}

export const groupStyles = css`
  .group { margin-block: var(--space-7) 0; }
  .group:first-child, .heading + .group, .group__title + .group { margin-block-start: 0; }
  .group:focus, .group > fieldset:focus { outline: none; }
  .group__title > :is(h2, h3, h4, h5, h6) { margin: 0 0 var(--space-5); }
  .group__title ~ .hint { margin-block: -12px var(--space-5); }
  .group .group { margin-block-start: var(--space-6); }
`;
