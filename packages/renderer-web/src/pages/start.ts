import type { TextTree } from '@schalter/definition';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import { nextIcon } from '../parts/icons.ts';
import { textTree } from '../parts/text-tree.ts';
import type { Ui } from '../ui.ts';

export interface StartContext extends Ui {
  readonly title: string;
  /** Outcome, who may apply, duration, cost, what to have at hand: the form's own words. */
  readonly summary?: TextTree | undefined;
  readonly authority?: string | undefined;
  readonly contact?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  /** How long a draft is kept. */
  readonly draftDays?: number | undefined;
  readonly csrf?: string | undefined;
  /** A draft of this person, if one is known: where it goes on, and until when it is kept (ISO). */
  readonly draft?: { readonly href: string; readonly expiresAt: string } | undefined;
  readonly home?: string | undefined;
}

/** What the form is for, then one button. It posts: a draft is born here. */
export function startPage(context: StartContext): TemplateResult {
  const { t, draft } = context;
  return html`<div class="page start">
    <div class="page__back"></div>
    <h1 class="heading" id=${headingId} tabindex="-1">${context.title}</h1>
    <div class="text prose start__summary">${textTree(context.summary, context)}</div>
    ${
      draft === undefined
        ? nothing
        : html`<div class="notice notice--success start__draft"><div class="notice__text">
            <h2>${t('start.resume-title')}</h2>
            <p>${t('start.resume-text', { date: t.date(draft.expiresAt) })}</p>
            <p><a class="button" href=${draft.href}>${t('start.resume')}</a></p>
          </div></div>`
    }
    <form class="start__form" method="post" action=${context.action}>
      ${context.csrf === undefined ? nothing : html`<input type="hidden" name="csrf" value=${context.csrf} />`}
      <button class="button button--start ${draft === undefined ? '' : 'button--secondary'}" type="submit" name="do" value="start">
        <span>${t(draft === undefined ? 'start.begin' : 'start.again')}</span>${nextIcon()}
      </button>
      ${context.draftDays === undefined ? nothing : html`<p class="muted start__save">${t('start.save', { count: context.draftDays })}</p>`}
    </form>
    ${facts(context)}
  </div>`;
}

function facts({ t, authority, contact, legalBasis, languages }: StartContext): TemplateResult | typeof nothing {
  const names = (languages ?? []).map((language) => t.languageName(language)).join(', ');
  const rows: [string, string | undefined][] = [
    [t('start.authority'), authority],
    [t('start.contact'), contact],
    [t('start.legal'), legalBasis],
    [t('start.languages'), names === '' ? undefined : names],
  ];
  const known = rows.filter(([, value]) => value !== undefined);
  if (known.length === 0) return nothing;
  return html`<section class="start__facts">
    <h2>${t('start.about')}</h2>
    <dl class="rows">${known.map(([label, value]) => html`<div class="row"><dt class="row__label">${label}</dt><dd class="row__value">${value}</dd></div>`)}</dl>
  </section>`;
}

export const startStyles = css`
  .start__summary { font-size: 18px; }
  .start__form { margin-block-start: var(--space-7); }
  .start__save { margin-block: var(--space-3) 0; }
  .start__draft { margin-block: var(--space-6); }
  .start__draft p:last-child { margin-block-end: 4px; }
  .start__facts { margin-block-start: var(--space-8); }
  .start__facts .rows { border-block-start: 1px solid var(--divider); }
  .button--start { gap: 12px; padding-inline: 28px 20px; font-size: 20px; }
`;
