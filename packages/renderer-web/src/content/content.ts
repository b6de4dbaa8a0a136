import type { ContentView } from '@schalter/engine';
import { repeat } from 'lit/directives/repeat.js';
import { html, type TemplateResult } from 'lit/html.js';
import { controlOf } from '../controls/index.ts';
import type { Ui } from '../ui.ts';
import { groupTemplate } from './group.ts';
import { isText } from './kinds.ts';
import { listTemplate } from './list.ts';
import { textTemplate } from './text.ts';

/** Where a piece of content stands. */
export interface ContentPlace {
  /** Level of headings made here: 2 directly below the page's heading. */
  readonly level: number;
  /** The page's title, when the first piece is the page's only question and takes it over as its own. */
  readonly heading?: string | undefined;
}

/** Fields, groups, lists and texts in their order. */
export function contentTemplate(content: readonly ContentView[], ui: Ui, place: ContentPlace): TemplateResult {
  return html`${repeat(
    content,
    (item) => (isText(item) ? `#${item.id}` : item.at),
    (item, index) => itemTemplate(item, ui, index === 0 ? place : { level: place.level }),
  )}`;
}

function itemTemplate(item: ContentView, ui: Ui, place: ContentPlace): TemplateResult {
  switch (item.kind) {
    case 'field':
      return controlOf(item).template(item, ui, place);
    case 'group':
      return groupTemplate(item, ui, place);
    case 'list':
      return listTemplate(item, ui, place);
    default:
      return textTemplate(item, ui, place);
  }
}
