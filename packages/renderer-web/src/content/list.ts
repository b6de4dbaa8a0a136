import type { EntryView, ListView } from '@schalter/engine';
import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { choice } from '../controls/choice.ts';
import { css } from '../css.ts';
import { describedBy, errorId, headingId, hintId, idOf, removalId } from '../ids.ts';
import { errorClass, errorMessage, hint } from '../parts/field-frame.ts';
import { help } from '../parts/help.ts';
import { summaryRows } from '../parts/summary-list.ts';
import type { Ui } from '../ui.ts';
import { type ContentPlace, contentTemplate } from './content.ts';
import { headingTemplate } from './headings.ts';
import { isText } from './kinds.ts';

/** A repeated group or a list of plain values. Its heading takes the focus after a removal. */
export function listTemplate(list: ListView, ui: Ui, place: ContentPlace): TemplateResult {
  const level = place.heading === undefined ? place.level : 1;
  const described = describedBy(
    list.hint && list.hint.length > 0 && hintId(list.at),
    list.problems.length > 0 && errorId(list.at),
  );
  return html`<section class="list ${errorClass(list.problems)}" aria-describedby=${described ?? nothing}>
    ${
      place.heading === undefined
        ? headingTemplate(place.level, list.title, { id: idOf(list.at) })
        : html`<h1 class="heading" part="heading" id=${headingId} tabindex="-1">${place.heading}</h1>`
    }
    ${hint(list, ui)} ${help(list.help, list.title, ui)} ${errorMessage(list.at, list.problems, ui)}
    ${list.layout === 'cards' ? cards(list, ui, level, place.heading !== undefined) : inline(list, ui, level)}
  </section>`;
}

/** A card per entry, then "another?" or a button. */
function cards(list: ListView, ui: Ui, level: number, titled: boolean): TemplateResult {
  const count = list.entries.length;
  return html`${
    titled
      ? html`<h2 class="list__count" id=${idOf(list.at)} tabindex="-1">${ui.t('list.count', { count })}</h2>`
      : count > 0
        ? html`<p class="list__count">${ui.t('list.count', { count })}</p>`
        : nothing
  }
  ${
    count === 0
      ? titled && list.emptyText === undefined
        ? nothing
        : html`<p class="list__empty">${list.emptyText ?? ui.t('list.empty')}</p>`
      : html`<ul class="cards">${repeat(
          list.entries,
          (entry) => entry.key,
          (entry) => html`<li>${card(list, entry, ui, Math.min(6, titled ? 3 : level + 1))}</li>`,
        )}</ul>`
  }
  ${list.another ? another(list, ui) : list.canAdd ? addButton(list, ui) : nothing}
  ${
    !list.canAdd && list.maxItems !== null && count >= list.maxItems
      ? html`<p class="muted">${ui.t('list.max', { count: list.maxItems })}</p>`
      : nothing
  }`;
}

function card(list: ListView, entry: EntryView, ui: Ui, level: number): TemplateResult {
  const title = entryTitle(entry, ui);
  const rows = entry.rows.filter((row) => row.lines.length > 0);
  return html`<article class="card ${entry.complete ? '' : 'card--incomplete'}" part="card" id=${idOf(entry.at)} tabindex="-1" aria-labelledby="${idOf(entry.at)}-title">
    <div class="card__head">
      ${headingTemplate(level, title, { id: `${idOf(entry.at)}-title`, class: 'card__title' })}
      ${entry.complete ? nothing : html`<span class="tag tag--danger">${ui.t('list.incomplete')}</span>`}
    </div>
    ${rows.length > 0 ? summaryRows(rows, ui, { change: false }) : nothing}
    <div class="card__actions">
      ${
        list.canEdit
          ? html`<button class="link" type="submit" name="do" value="editItem:${entry.at}">${ui.t('change')}<span class="visually-hidden"> ${title}</span></button>`
          : nothing
      }
      ${list.canRemove ? removal(list, entry, title, ui) : nothing}
    </div>
  </article>`;
}

/** Removing a card is confirmed: on a page of its own without script, in a dialog with it. */
function removal(list: ListView, entry: EntryView, title: string, ui: Ui): TemplateResult {
  const words = html`${list.removeText ?? ui.t('remove')}<span class="visually-hidden"> ${title}</span>`;
  return ui.mode === 'plain'
    ? html`<a class="link link--danger" href="?entfernen=${encodeURIComponent(entry.at)}">${words}</a>`
    : html`<button class="link link--danger" type="button" id=${removalId(entry.at)} data-confirm=${entry.at} aria-haspopup="dialog">${words}</button>`;
}

function another(list: ListView, ui: Ui): TemplateResult {
  const asked = list.another;
  const id = `${idOf(list.at)}-another`;
  const problems = asked?.problems ?? [];
  const at = `${list.at}-another`;
  return html`<div class="field another ${errorClass(problems)}" part="field"><fieldset aria-describedby=${problems.length > 0 ? errorId(at) : nothing}>
    <legend class="label field__label" part="label">${question(list, ui)}</legend>
    ${errorMessage(at, problems, ui)}
    <div class="choices choices--inline">
      ${[true, false].map((value, index) =>
        choice({
          type: 'radio',
          id: index === 0 ? id : `${id}-2`,
          name: `another:${list.at}`,
          value: value ? 'yes' : 'no',
          label: ui.t(value ? 'yes' : 'no'),
          checked: asked?.value === value,
        }),
      )}
    </div>
  </fieldset></div>`;
}

/** The form's own words for adding, as a question; else ours. */
function question(list: ListView, ui: Ui): string {
  if (list.addText !== undefined) return list.addText.endsWith('?') ? list.addText : `${list.addText}?`;
  return ui.t(list.entries.length === 0 ? 'list.first' : 'list.another');
}

/** Entries that stand on the page itself. */
function inline(list: ListView, ui: Ui, level: number): TemplateResult {
  return html`${list.entries.length === 0 ? html`<p class="list__empty">${list.emptyText ?? ui.t('list.empty')}</p>` : nothing}
    <div class="entries">${repeat(
      list.entries,
      // By position: the row that is offered becomes an entry while someone types in it.
      (entry) => entry.index,
      (
        entry,
      ) => html`<div class="entry" id=${entry.content.some((item) => !isText(item) && item.at === entry.at) ? nothing : idOf(entry.at)}>
        <div class="entry__content">${contentTemplate(entry.content, ui, { level: Math.min(6, level + 1) })}</div>
        ${
          list.canRemove
            ? html`<button class="link link--danger" type="submit" name="do" value="removeItem:${entry.at}">${list.removeText ?? ui.t('remove')}<span class="visually-hidden"> ${entryTitle(entry, ui)}</span></button>`
            : nothing
        }
      </div>`,
    )}</div>
    ${list.canAdd ? addButton(list, ui) : nothing}`;
}

function addButton(list: ListView, ui: Ui): TemplateResult {
  const text = list.addText ?? ui.t(list.entries.length === 0 ? 'list.add-first' : 'list.add');
  return html`<button class="button button--secondary list__add" part="button" type="submit" name="do" value="addItem:${list.at}">${text}</button>`;
}

/** What an entry is called: by its answers, else by its number. */
export function entryTitle(entry: EntryView, ui: Ui): string {
  return entry.title.trim() === '' ? ui.t('list.entry', { number: entry.index + 1 }) : entry.title;
}

export const listStyles = css`
  .list { margin-block-start: var(--space-7); }
  .list:first-child, .heading + .list { margin-block-start: 0; }
  .list > :is(h2, h3, h4) { margin: 0 0 var(--space-2); }
  .list__count { margin: 0 0 var(--space-4); }
  p.list__count { color: var(--muted); }
  .heading ~ .list__count { font-size: 20px; line-height: 28px; }
  .list__empty { color: var(--muted); margin-block: 0 var(--space-5); }
  .cards { display: grid; gap: 16px; margin: 0 0 var(--space-7); padding: 0; list-style: none; }
  .card { padding: 20px 24px; border: var(--border) solid var(--divider); border-radius: var(--card-radius); background: var(--page); }
  .card--incomplete { border: 2px solid var(--danger); }
  .card__head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
  .card__title { margin: 0; font-size: 20px; line-height: 28px; }
  .card .rows { margin-block: 12px 0; }
  .card__actions { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-block-start: 12px; }
  .another { margin-block-start: var(--space-7); }
  .entries { display: grid; gap: 16px; margin-block-end: 24px; }
  .entry { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 8px 24px; }
  .entry__content { flex: 1 1 320px; min-inline-size: 0; }
  .entry > .link { min-block-size: 48px; }
`;
