import { allProblems } from '../flow/all-problems.ts';
import { fallback } from '../flow/destination.ts';
import { type Flow, leave, reachableEntry } from '../flow/flow.ts';
import { isBlank } from '../flow/is-blank.ts';
import type { Page } from '../flow/page.ts';
import type { DraftState, Receipt } from '../view.ts';
import type { ChartEvent } from './chart-event.ts';
import { failureOf } from './failure.ts';
import { leadOf, meant } from './leads.ts';

/*
 * What the chart's transitions do to the flow and the answers. Each looks for itself whether the event makes sense, so
 * that an event sent to the actor directly does no harm either.
 */

interface Happening {
  readonly flow: Flow;
  readonly event: ChartEvent;
}

/** Takes the person where an event leads. */
export function move({ flow, event }: Happening): void {
  if (event.type === 'reroute') {
    flow.missed(false);
    flow.current(fallback(flow));
    changed(flow);
    return;
  }
  const found = leadOf(flow, event);
  if (!found || !('to' in found)) return;
  const from = flow.current();
  const moving = meant(flow, event);
  flow.checking(undefined);
  // Adding another entry is not leaving the list.
  if (moving.type === 'next' && found.to !== 'new-entry') leave(flow, [from]);
  if (moving.type === 'submit') leaveAll(flow);
  if (found.to === 'new-entry') {
    flow.another(found.list)(null);
    const entry = flow.store.addItem(found.list);
    const page = entry && flow.pages.editPage(entry);
    if (page) arriveAt(flow, moving, from, page);
  } else if (found.to === 'page') {
    arriveAt(flow, moving, from, found.page);
    if (moving.type === 'back' && from.edit && isBlank(from.edit.content ?? flow.store.root)) {
      flow.store.removeItem(from.edit);
    }
  }
  changed(flow);
}

function arriveAt(flow: Flow, event: ChartEvent, from: Page, page: Page): void {
  if (page.step.kind !== 'page') {
    flow.fromSummary(false);
    flow.opened(undefined);
  } else if (from.step.kind === 'summary' && event.type !== 'back' && event.type !== 'submit') {
    flow.fromSummary(true);
    flow.opened(page.edit && page);
  }
  // "another?" is asked at every visit: who has just come has not missed to answer it.
  flow.missed(false);
  flow.current(page);
}

/** The person stays: what is wrong on the page is shown from now on, or something has to be looked up first. */
export function stay({ flow, event }: Happening): void {
  const found = leadOf(flow, event);
  const { type } = meant(flow, event);
  if (!found || !('to' in found) || (type !== 'next' && type !== 'submit')) return;
  if (found.to === 'wait') {
    flow.checking(type);
    flow.services?.decide(type === 'next' ? flow.current() : undefined);
    return;
  }
  flow.checking(undefined);
  if (type === 'next' && found.to === 'blocked') {
    leave(flow, [flow.current()]);
    flow.missed(true);
  }
  if (type === 'submit' && found.to === 'blocked') {
    leaveAll(flow);
    flow.refused([...allProblems(flow.store, flow.pages), ...(flow.services?.missing() ?? [])]);
  }
  changed(flow);
}

/** Events that change answers or the language, not the page. */
export function apply({ flow, event }: Happening): void {
  const { store } = flow;
  // Who goes on entering something does not wait any more.
  if (event.type !== 'language') flow.checking(undefined);
  switch (event.type) {
    case 'answer':
      if (flow.refused().length > 0) flow.refused([]);
      store.answer(event.at, event.value);
      break;
    case 'addItem': {
      const list = store.find(event.at);
      if (list?.kind === 'list' && list.relevant()) store.addItem(list);
      break;
    }
    case 'removeItem': {
      const entry = reachableEntry(flow, event.at);
      if (!entry) return;
      // It is asked anew, at the next visit or "next".
      flow.another(entry.list)(null);
      flow.missed(false);
      store.removeItem(entry);
      break;
    }
    case 'moveItem': {
      const entry = reachableEntry(flow, event.at);
      if (entry) store.moveItem(entry, event.to);
      break;
    }
    case 'another': {
      const list = store.find(event.at);
      if (list?.kind === 'list') flow.another(list)(event.value);
      break;
    }
    case 'language':
      if (store.program.languages.includes(event.language)) flow.language(event.language);
      break;
    default:
      return;
  }
  changed(flow);
}

export function startSending({ flow }: Happening): void {
  leaveAll(flow);
  flow.checking(undefined);
  flow.failure(undefined);
  flow.refused([]);
  flow.status('sending');
}

export function submitted(flow: Flow, receipt: Receipt): void {
  flow.receipt(receipt);
  flow.status('submitted');
}

/** Mirrors what has become of the submission. */
export function submissionIs({ flow, event }: Happening): void {
  const receipt = flow.receipt();
  if (receipt && event.type === 'submissionIs') flow.receipt({ ...receipt, state: event.state });
}

/** Back to the summary, to change answers and send again: the next attempt after a payment that came to nothing. */
export function reopen({ flow }: Happening): void {
  flow.status('filling');
  const summary = flow.store.program.steps.find(({ kind }) => kind === 'summary');
  if (summary) flow.current(flow.pages.stepPage(summary));
  flow.fromSummary(false);
}

/** A service has done something: what it was refused for may be gone. */
export function serviceChanged({ flow }: Happening): void {
  const missing = flow.services?.missing() ?? [];
  const refused = flow.refused().filter(({ code }) => !serviceCodes.has(code));
  if (flow.refused().length !== refused.length) flow.refused([...refused, ...missing]);
  changed(flow);
}

/** What a form may not be sent for because of a service, as `Services.missing` says it. */
const serviceCodes: ReadonlySet<string> = new Set(['login-required', 'level-required', 'card-required']);

export function failed(flow: Flow, error: unknown): void {
  const failure = failureOf(error);
  flow.status('filling');
  flow.failure({ code: failure.code });
  flow.refused(failure.problems ?? []);
}

export function setDraft(flow: Flow, state: DraftState['state'], revision?: number): void {
  const before = flow.draft();
  if (before.state === state && (revision === undefined || revision === before.revision)) return;
  flow.draft({ state, revision: revision ?? before.revision });
}

function leaveAll(flow: Flow): void {
  leave(
    flow,
    flow.pages.route().filter(({ step }) => step.kind === 'page'),
  );
}

function changed(flow: Flow): void {
  flow.changes(flow.changes() + 1);
}
