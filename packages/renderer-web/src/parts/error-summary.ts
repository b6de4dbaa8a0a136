import type { ContentView, ProblemView, View } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isText } from '../content/kinds.ts';
import { css } from '../css.ts';
import { errorSummaryId, idOf } from '../ids.ts';
import type { Ui } from '../ui.ts';
import { errorIcon } from './icons.ts';

/**
 * What has to be mended on the page, each a link to its input in exactly the field's own words. Takes the focus: by
 * script after a refused step, by `autofocus` in plain HTML.
 */
export function errorSummary(view: View, ui: Ui): TemplateResult | typeof nothing {
  if (view.problems.length === 0) return nothing;
  const targets = targetsOf(view);
  return html`<div class="error-summary" part="error-summary" id=${errorSummaryId} role="alert" tabindex="-1" aria-labelledby="${errorSummaryId}-titel" ?autofocus=${ui.mode === 'plain'}>
    <h2 class="error-summary__title" id="${errorSummaryId}-titel">${errorIcon()}<span>${ui.t('errors.title', { count: view.problems.length })}</span></h2>
    <ul>${view.problems.map((problem) => html`<li>${problemLink(problem, targets)}</li>`)}</ul>
  </div>`;
}

function problemLink(problem: ProblemView, targets: ReadonlySet<string>): TemplateResult | string {
  const target = problem.code === 'another' ? `${idOf(problem.at)}-another` : targetOf(problem.at, targets);
  return target === undefined ? problem.message : html`<a href="#${target}">${problem.message}</a>`;
}

/** Id of what shows a problem: its field, else the nearest group, entry or list around it that is on the page. */
function targetOf(at: string, targets: ReadonlySet<string>): string | undefined {
  for (let pointer = at; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    if (targets.has(pointer)) return idOf(pointer);
  }
  return undefined;
}

function targetsOf(view: View): ReadonlySet<string> {
  const found = new Set<string>();
  collect(view.step.content, found);
  for (const section of view.summary?.sections ?? []) {
    for (const item of section.content) collectSummary(item, found);
  }
  return found;
}

function collect(content: readonly ContentView[], found: Set<string>): void {
  for (const item of content) {
    if (isText(item)) continue;
    found.add(item.at);
    if (item.kind === 'group') collect(item.content, found);
    if (item.kind === 'list') {
      for (const entry of item.entries) {
        found.add(entry.at);
        collect(entry.content, found);
      }
    }
  }
}

type SummaryItem = NonNullable<View['summary']>['sections'][number]['content'][number];

function collectSummary(item: SummaryItem, found: Set<string>): void {
  found.add(item.at);
  if (item.kind === 'group') for (const inner of item.content) collectSummary(inner, found);
}

export const errorSummaryStyles = css`
  .error-summary { margin-block-end: var(--space-6); padding: 20px; border: 4px solid var(--danger); border-radius: var(--radius); background: var(--page); }
  .error-summary:focus { outline: 3px solid var(--focus-outer); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-inner); }
  .error-summary__title { display: flex; gap: 12px; margin: 0 0 8px; font-size: 20px; line-height: 28px; }
  .error-summary__title .icon { flex: none; inline-size: 24px; block-size: 24px; margin-block-start: 2px; color: var(--danger); }
  .error-summary ul { margin: 0; padding: 0; list-style: none; }
  .error-summary li { padding-block: 4px; }
  .error-summary a { color: var(--danger); font-weight: 600; }
  @media print { .error-summary { break-inside: avoid; } }
`;
