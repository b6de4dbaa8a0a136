import type { TextTree } from '@schalter/definition';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Ui } from '../ui.ts';
import { textTree } from './text-tree.ts';

/** Help on demand: stays in the flow, works without script. */
export function help(tree: TextTree | undefined, label: string, ui: Ui): TemplateResult | typeof nothing {
  if (!tree || tree.length === 0) return nothing;
  return html`<details class="details help">
    <summary><span>${ui.t('help')}<span class="visually-hidden"> ${label}</span></span></summary>
    <div class="details__text prose">${textTree(tree, ui, 3)}</div>
  </details>`;
}
