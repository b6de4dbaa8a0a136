import type { View } from '@schalter/engine';
import type { ToldAnswer } from '@schalter/engine/migrate';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formId } from '../ids.ts';
import type { Ui } from '../ui.ts';
import { confirmationPage } from './confirmation.ts';
import { exitPage } from './exit.ts';
import { removalPage } from './removal.ts';
import { sendingPage } from './sending.ts';
import { stepPage } from './step.ts';
import { summaryPage } from './summary.ts';
import { tasksPage } from './tasks.ts';

/** What stands around the pages of a form, beside the view itself. */
export interface PageContext extends Ui {
  /** Guards posts against other sites. */
  readonly csrf?: string | undefined;
  /** The office to ask, and what happens next with a date where the city says one: for the confirmation. */
  readonly contact?: TemplateResult | string | undefined;
  readonly nextStep?: TemplateResult | string | undefined;
  /** Address of the list of all forms. */
  readonly home?: string | undefined;
  /** IANA zone of the form, for times of receipt. */
  readonly timeZone?: string | undefined;
  /** How the draft is doing, below the buttons. */
  readonly draftNote?: TemplateResult | typeof nothing | undefined;
  /** A sentence above the page, once: a draft is being continued. */
  readonly notice?: string | undefined;
  /** Until when the draft is kept (ISO instant), once there is one. */
  readonly expiresAt?: string | undefined;
  /** The draft has become one of a newer version: what of the older answers was lost or is to be checked. */
  readonly migrated?: readonly ToldAnswer[] | undefined;
  /** No draft can be kept: the save link is left out. */
  readonly saveable?: boolean | undefined;
}

/** The page of a running form that a view describes, inside the form that posts it. */
export function viewPage(view: View, context: PageContext): TemplateResult {
  if (view.status === 'submitted' && view.receipt) {
    return confirmationPage({ ...context, receipt: view.receipt, title: view.form.title });
  }
  if (view.status === 'sending') return sendingPage(context);
  const removed = context.mode === 'plain' ? removalPage(view, context) : undefined;
  return html`<form class="page" part="page" id=${formId} method="post" action=${context.action} novalidate autocomplete="on">
    ${context.csrf === undefined ? nothing : html`<input type="hidden" name="csrf" value=${context.csrf} />`}
    ${
      // Enter in an input presses the form's first button: that is to be "next", wherever other buttons stand.
      view.status === 'filling' && !removed
        ? html`<button type="submit" name="do" value="next" hidden></button>`
        : nothing
    }
    ${removed ?? bodyOf(view, context)} ${removed ? nothing : (context.draftNote ?? nothing)}
  </form>`;
}

function bodyOf(view: View, context: PageContext): TemplateResult {
  if (view.status === 'summary') return summaryPage(view, context);
  if (view.status === 'exit') return exitPage(view, context);
  if (view.status === 'tasks') return tasksPage(view, context);
  return stepPage(view, context);
}

/** Title of the browser's window: the page, the form, and first of all whether something is wrong. */
export function pageTitle(view: View, context: Pick<Ui, 't'>): string {
  const { t } = context;
  const page =
    view.status === 'submitted'
      ? t('confirmation.title')
      : view.status === 'sending'
        ? t('sending')
        : headingOf(view, context);
  const title = page === view.form.title ? page : `${page} – ${view.form.title}`;
  return view.problems.length > 0 ? t('title.error', { title }) : title;
}

/** Text of the page's heading. */
export function headingOf(view: View, { t }: Pick<Ui, 't'>): string {
  if (view.step.title.trim() !== '') return view.step.title;
  return view.step.kind === 'summary' ? t('summary.title') : view.form.title;
}
