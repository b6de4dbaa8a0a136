import type { ContentView, EntryView, View } from '@schalter/engine';
import { html, type TemplateResult } from 'lit/html.js';
import { entryTitle } from '../content/list.ts';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import type { Ui } from '../ui.ts';

/** "Remove …?" as a page of its own: the way without script. Undefined when nothing on the page is to be removed. */
export function removalPage(view: View, ui: Ui): TemplateResult | undefined {
  const entry = entryToRemove(view, ui);
  if (!entry) return undefined;
  return html`<div class="page__back"></div>
    <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${ui.t('remove.title', { title: entryTitle(entry, ui) })}</h1>
    <p>${ui.t('remove.text')}</p>
    <div class="actions" part="actions">
      <button class="button button--danger" part="button" type="submit" name="do" value="removeItem:${entry.at}">${ui.t('remove.yes')}</button>
      <a class="button button--secondary" part="button" href="?">${ui.t('remove.no')}</a>
    </div>`;
}

/** The same question as a dialog. The browser keeps the focus inside and gives it back. */
export function removalDialog(view: View, ui: Ui): TemplateResult | undefined {
  const entry = entryToRemove(view, ui);
  if (!entry) return undefined;
  return html`<dialog class="dialog" aria-labelledby="entfernen-titel">
    <h2 id="entfernen-titel">${ui.t('remove.title', { title: entryTitle(entry, ui) })}</h2>
    <p>${ui.t('remove.text')}</p>
    <div class="actions" part="actions">
      <button class="button button--danger" part="button" type="button" data-do="removeItem:${entry.at}">${ui.t('remove.yes')}</button>
      <button class="button button--secondary" part="button" type="button" data-dismiss autofocus>${ui.t('remove.no')}</button>
    </div>
  </dialog>`;
}

/** The entry on the page whose removal is being confirmed. */
export function entryToRemove(view: View, ui: Pick<Ui, 'confirm'>): EntryView | undefined {
  return ui.confirm === undefined ? undefined : findEntry(view.step.content, ui.confirm);
}

function findEntry(content: readonly ContentView[], at: string): EntryView | undefined {
  for (const item of content) {
    if (item.kind === 'group') {
      const found = findEntry(item.content, at);
      if (found) return found;
    }
    if (item.kind !== 'list') continue;
    for (const entry of item.entries) {
      if (entry.at === at && item.canRemove) return entry;
      const found = findEntry(entry.content, at);
      if (found) return found;
    }
  }
  return undefined;
}

export const dialogStyles = css`
  .dialog { max-inline-size: min(480px, calc(100vw - 32px)); margin: auto; padding: 32px; border: var(--border) solid var(--divider); border-radius: var(--card-radius); background: var(--page); color: var(--text); }
  .dialog::backdrop { background: rgb(10 14 28 / 60%); }
  .dialog h2 { margin: 0 0 12px; }
  .dialog .actions { margin-block-start: 24px; }
  @media (max-width: 575px) { .dialog { padding: 24px 16px; } }
`;
