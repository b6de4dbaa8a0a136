import type { TaskView, View } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { contentTemplate } from '../content/content.ts';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import { textTree } from '../parts/text-tree.ts';
import { pageHead } from './head.ts';
import { saveLink } from './step.ts';
import { headingOf, type PageContext } from './view.ts';

/** What there is to do, section by section: how far each is, and what has to come first. */
export function tasksPage(view: View, context: PageContext): TemplateResult {
  const { t, expiresAt } = context;
  const { step, tasks } = view;
  const { done, total, tasks: rows } = tasks ?? { done: 0, total: 0, tasks: [] };
  return html`${pageHead(view, context)}
    <div class="page__content">
      <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${headingOf(view, context)}</h1>
      ${step.text && step.text.length > 0 ? html`<div class="text prose">${textTree(step.text, context)}</div>` : nothing}
      <p class="tasks__progress">${t('tasks.progress', { count: total, done })}</p>
      ${expiresAt === undefined ? nothing : html`<p class="muted tasks__draft">${t('tasks.draft', { date: t.date(expiresAt) })}</p>`}
      ${contentTemplate(step.content, context, { level: 2 })}
      <ul class="tasks">${rows.map((task, index) => taskTemplate(task, index, rows.length, context))}</ul>
    </div>
    <div class="actions" part="actions">
      <button class="button" part="button" type="submit" name="do" value="next">${t('next')}</button>
      ${saveLink(context)}
    </div>`;
}

function taskTemplate(task: TaskView, index: number, count: number, context: PageContext): TemplateResult {
  const id = `aufgabe-${index + 1}`;
  const hasHint = task.hint !== undefined && task.hint.length > 0;
  const described = `${hasHint ? `${id}-hinweis ` : ''}${id}-stand`;
  return html`<li class="task">
    <div class="task__name">
      ${
        task.leadsTo === undefined
          ? html`<span class="task__title">${task.title}</span>`
          : html`<button class="link task__title" type="submit" name="do" value="goTo:${task.leadsTo.step}" aria-describedby=${described}>${task.title}</button>`
      }
      ${hasHint ? html`<div class="task__hint" id="${id}-hinweis">${textTree(task.hint, context)}</div>` : nothing}
    </div>
    <div class="task__state" id="${id}-stand">${stateTemplate(task, index === count - 1, context)}</div>
  </li>`;
}

/** What is done is plain text: tags draw the eye to what there is still to do. */
function stateTemplate(task: TaskView, last: boolean, { t }: PageContext): TemplateResult {
  if (task.state === 'complete') return html`${t('tasks.complete')}`;
  if (task.state === 'blocked') {
    // To check and send waits for everything: no need to name it all.
    const all = last && task.waitsFor.length > 2;
    const titles = task.waitsFor.map((title) => t('tasks.quoted', { title }));
    const reason = all ? t('tasks.blocked-all') : t('tasks.blocked', { titles: t.list(titles) });
    return html`<span class="muted">${reason}</span>`;
  }
  if (task.wrong) return html`<span class="tag tag--danger">${t('tasks.wrong')}</span>`;
  return task.state === 'started'
    ? html`<span class="tag tag--info">${t('tasks.started')}</span>`
    : html`<span class="tag tag--action">${t('tasks.open')}</span>`;
}

export const tasksStyles = css`
  .tasks { margin: var(--space-6) 0 var(--space-7); padding: 0; list-style: none; border-block-start: 1px solid var(--divider); max-inline-size: var(--column); }
  .task { position: relative; display: grid; gap: 4px 24px; align-content: center; min-block-size: 56px; padding-block: 12px; border-block-end: 1px solid var(--divider); }
  .task:has(button):hover { background: var(--surface); }
  .task__name { min-inline-size: 0; }
  .task__title { text-align: start; overflow-wrap: anywhere; hyphens: auto; }
  .task button.task__title { min-block-size: 0; font-weight: 600; }
  .task button.task__title::after { content: ''; position: absolute; inset: 0; }
  .task__hint { color: var(--muted); }
  .task__hint p { margin: 0; }
  .task__state { overflow-wrap: anywhere; }
  .tasks__progress { margin: 0; font-weight: 600; }
  .tasks__draft { margin: 0; }
  @media (min-width: 576px) {
    .task { grid-template-columns: 1fr minmax(0, 40%); align-items: center; }
    .task__state { text-align: end; }
  }
`;
