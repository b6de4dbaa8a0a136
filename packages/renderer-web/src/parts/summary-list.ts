import type { Summary, SummaryContent, SummaryRow } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { headingTemplate } from '../content/headings.ts';
import { css } from '../css.ts';
import { idOf } from '../ids.ts';
import type { Ui } from '../ui.ts';

interface RowOptions {
  /** Whether each row has a link to where its answer is given. */
  readonly change: boolean;
}

/** Questions and answers as a description list. */
export function summaryRows(rows: readonly SummaryRow[], ui: Ui, options: RowOptions): TemplateResult {
  return html`<dl class="rows">${rows.map((row) => rowTemplate(row, ui, options))}</dl>`;
}

function rowTemplate(row: SummaryRow, ui: Ui, options: RowOptions): TemplateResult {
  const change = row.change;
  const target = change && (change.entry === undefined ? change.step : `${change.step}@${change.entry}`);
  return html`<div class="row ${options.change ? 'row--change' : ''}" part="row" id=${options.change ? idOf(row.at) : nothing} tabindex=${options.change ? '-1' : nothing}>
    <dt class="row__label">${row.label}</dt>
    <dd class="row__value">${
      row.lines.length === 0
        ? html`<span class="muted">${ui.t('summary.missing')}</span>`
        : row.lines.map((line, index) => html`${index > 0 ? html`<br />` : nothing}<bdi>${line}</bdi>`)
    }</dd>
    ${
      options.change
        ? html`<dd class="row__change">${
            target === undefined
              ? nothing
              : html`<button class="link" type="submit" name="do" value="goTo:${target}">${ui.t('change')}<span class="visually-hidden"> ${row.label}</span></button>`
          }</dd>`
        : nothing
    }
  </div>`;
}

/** All answers by section, groups of a repeated group as cards. */
export function summaryTemplate(summary: Summary, ui: Ui): TemplateResult {
  const sections = summary.sections.filter((section) => section.content.length > 0);
  if (sections.length === 0) return html`<p class="muted">${ui.t('summary.empty')}</p>`;
  // A group that is spread over several steps stands in several sections: the first one is linked to.
  const named = new Set<string>();
  return html`${sections.map(
    (section) => html`<section class="summary-section">
      ${headingTemplate(2, section.title)} ${blocks(section.content, ui, 3, named)}
    </section>`,
  )}`;
}

/** Neighbouring rows share one description list. */
function blocks(content: readonly SummaryContent[], ui: Ui, level: number, named: Set<string>): TemplateResult[] {
  const result: TemplateResult[] = [];
  let rows: SummaryRow[] = [];
  const flush = () => {
    if (rows.length > 0) result.push(summaryRows(rows, ui, { change: true }));
    rows = [];
  };
  for (const item of content) {
    if (item.kind === 'row') {
      rows.push(item);
      continue;
    }
    flush();
    if (item.content.length === 0) continue;
    const id = named.has(item.at) ? nothing : idOf(item.at);
    named.add(item.at);
    const inner = blocks(item.content, ui, Math.min(6, level + 1), named);
    const title = item.title.trim() === '' ? nothing : headingTemplate(level, item.title);
    const kind = isEntry(item.at) ? 'card summary-card' : 'summary-group';
    result.push(html`<div class=${kind} id=${id} tabindex="-1">${title}${inner}</div>`);
  }
  flush();
  return result;
}

/** Entries of lists are cards; other groups only have a heading. */
const isEntry = (at: string): boolean => /\/\d+$/.test(at);

export const summaryListStyles = css`
  .rows { margin: 0; }
  .row { display: grid; gap: 0 16px; padding-block: 12px; border-block-end: 1px solid var(--divider); }
  .row:focus, .summary-group:focus { outline: none; }
  .row__label { font-weight: 600; overflow-wrap: anywhere; hyphens: auto; }
  .row__value { margin: 0; overflow-wrap: anywhere; }
  .row__change { margin: 0; }
  .card .row:last-child { border-block-end: 0; padding-block-end: 0; }
  .card .row { padding-block: 8px; }
  @media (min-width: 576px) {
    .row { grid-template-columns: 30% 1fr; }
    .row--change { grid-template-columns: 30% 1fr auto; }
    .row__change { text-align: end; }
  }
  .summary-section { margin-block-start: var(--space-8); }
  .summary-section > h2 { margin: 0 0 var(--space-2); }
  .summary-card { margin-block: 16px; }
  .summary-card > :is(h3, h4, h5) { margin: 0 0 4px; }
  .summary-group > :is(h3, h4, h5) { margin: var(--space-6) 0 0; }
`;
