import type { FormEvent } from '../event.ts';
import type { StepNode } from '../program.ts';
import type { ListCell } from '../run/list.ts';
import { untracked } from '../run/signals.ts';
import { allProblems } from './all-problems.ts';
import { asksAnother, type Flow, reachableEntry } from './flow.ts';
import { type Page, routeId } from './page.ts';
import { hasOwnPage } from './pages.ts';
import { blockedPages, isBlocked, isSameSection, tasksPage } from './sections.ts';

/** Where an event leads: to a page, to a page of an entry yet to be made, or nowhere because something is missing. */
export type Destination =
  | { readonly to: 'page'; readonly page: Page }
  | { readonly to: 'new-entry'; readonly list: ListCell }
  | { readonly to: 'send' }
  | { readonly to: 'blocked' }
  /** Goes on once everything is looked up that has to be. */
  | { readonly to: 'wait' };

/** Code of the problem that a lookup which must answer cannot: going on is trying again. */
export const unavailable = 'lookup-unavailable';

type Moving = Extract<FormEvent, { type: 'next' | 'back' | 'goTo' | 'addItem' | 'editItem' | 'submit' }>;

type Result = Destination | { readonly refused: string };

type Mover<E extends Moving = Moving> = (flow: Flow, event: E, again: boolean) => Result;

/** What moves along the route, by event. */
const movers = new Map<string, Mover<never>>([
  ['next', onward],
  ['back', backward],
  ['goTo', along],
  ['addItem', adding],
  ['editItem', editing],
  ['submit', sending],
]);

/**
 * What an event leads to, or the code of why it makes no sense here; `undefined` for one that moves nobody. Changes
 * nothing.
 * @param again whether what could not be looked up is worth another try
 */
export function destinationOf(flow: Flow, event: { readonly type: string }, again = true): Result | undefined {
  // The type of an event says which.
  const lead = movers.get(event.type) as Mover | undefined;
  return lead && untracked(() => lead(flow, event as Moving, again));
}

function onward(flow: Flow, _: Moving, again: boolean): Result {
  const page = flow.current();
  const { pages } = flow;
  if (page.step.kind === 'tasks') return { to: 'page', page: unfinished(flow, page) };
  if (page.step.kind !== 'page') return { refused: 'no-next' };
  const growing = flow.pages.lists(page).filter((list) => asksAnother(flow, list));
  const more = growing.find((list) => flow.another(list)() === true);
  if (more) return { to: 'new-entry', list: more };
  if (isWrong(flow, page, again)) return { to: 'blocked' };
  if (growing.some((list) => flow.another(list)() === null)) return { to: 'blocked' };
  if (flow.services && (pages.problems(page).length > 0 || flow.services.undecided(page))) return { to: 'wait' };
  if (changesAlone(flow, page)) return { to: 'page', page: unfinished(flow, page) };
  if (page.edit) return { to: 'page', page: pages.around(page) };
  const route = pages.route();
  const next = route[route.indexOf(page) + 1];
  if (!next) return { refused: 'no-next' };
  // After each section the task list shows what there is still to do.
  const tasks = isSameSection(page, next) || next.step.kind === 'exit' ? undefined : tasksPage(flow);
  return { to: 'page', page: tasks ?? next };
}

/** Whether something on a page has to be mended. */
function isWrong({ pages }: Flow, page: Page, again: boolean): boolean {
  return pages.problems(page).some(({ code }) => !(again && code === unavailable));
}

/** Whether a page was opened from the summary itself. An entry that was opened from its list leads back there first. */
function changesAlone(flow: Flow, page: Page): boolean {
  return flow.fromSummary() && (!page.edit || flow.opened() === page);
}

/** The first page that can be gone to and was never left or has problems; when there is none, the summary (or the exit). */
function unfinished(flow: Flow, except: Page): Page {
  const left = flow.left();
  const route = flow.pages.route();
  const blocked = blockedPages(flow);
  const found = route.find(
    (page) =>
      page !== except &&
      page.step.kind === 'page' &&
      !blocked.has(page) &&
      (!left.has(page) || flow.pages.problems(page).length > 0),
  );
  return found ?? end(route) ?? except;
}

/** The page a route leads to: its summary, else the exit that ends it before. */
function end(route: readonly Page[]): Page | undefined {
  return route.find(({ step }) => step.kind === 'summary') ?? route.at(-1);
}

function backward(flow: Flow): Result {
  const page = flow.current();
  const { pages } = flow;
  const route = pages.route();
  const summary = route.find(({ step }) => step.kind === 'summary');
  if (changesAlone(flow, page) && summary) return { to: 'page', page: summary };
  if (page.edit) return { to: 'page', page: pages.around(page) };
  const previous = route[route.indexOf(page) - 1];
  // Who has read an exit goes back to the question that led there.
  const tasks = page.step.kind === 'exit' || !previous || isSameSection(page, previous) ? undefined : tasksPage(flow);
  if (tasks) return { to: 'page', page: tasks };
  return previous ? { to: 'page', page: previous } : { refused: 'no-back' };
}

function along(flow: Flow, { step, entry }: Extract<Moving, { type: 'goTo' }>): Result {
  const page = flow.pages.route().find((one) => routeId(one) === step);
  if (!page) return { refused: 'not-on-route' };
  if (isBlocked(flow, page)) return { refused: 'not-yet' };
  if (entry === undefined) return { to: 'page', page };
  const found = reachableEntry(flow, entry);
  const edit = found && flow.pages.editPage(found);
  if (!edit || !flow.pages.exists(edit) || routeId(edit) !== step) return { refused: 'unknown-entry' };
  return { to: 'page', page: edit };
}

function adding(flow: Flow, { at }: Extract<Moving, { type: 'addItem' }>): Result {
  const list = flow.store.find(at);
  if (list?.kind !== 'list') return { refused: 'unknown-list' };
  const page = flow.pages.pageOf(list);
  if (!list.relevant() || !page || !flow.pages.exists(page)) return { refused: 'not-on-route' };
  if (!list.plain && isBlocked(flow, page)) return { refused: 'not-yet' };
  return flow.store.canAdd(list) ? { to: 'new-entry', list } : { refused: 'max-items' };
}

function editing(flow: Flow, { at }: Extract<Moving, { type: 'editItem' }>): Result {
  const entry = reachableEntry(flow, at);
  if (!entry || !hasOwnPage(entry.list.node)) return { refused: 'unknown-entry' };
  const page = flow.pages.editPage(entry);
  if (!page || !flow.pages.exists(page)) return { refused: 'not-on-route' };
  return isBlocked(flow, page) ? { refused: 'not-yet' } : { to: 'page', page };
}

function sending(flow: Flow, _: Moving, again: boolean): Result {
  const { pages } = flow;
  if (flow.current().step.kind !== 'summary') return { refused: 'not-on-summary' };
  const route = pages.route();
  const asking = route.filter(({ step }) => step.kind === 'page');
  const wrong = asking.find((page) => isWrong(flow, page, again));
  if (wrong) return { to: 'page', page: wrong };
  // What stands on no page, too: the server refuses it as well.
  if (allProblems(flow.store, pages).length > 0) return { to: 'blocked' };
  if ((flow.services?.missing() ?? []).length > 0) return { to: 'blocked' };
  if (flow.services?.undecided() || asking.some((page) => pages.problems(page).length > 0)) return { to: 'wait' };
  const handover = route.at(-1);
  return handover?.step.kind === 'exit' ? { to: 'page', page: handover } : { to: 'send' };
}

/** Where to go on when the current page is no longer on the route. */
export function fallback(flow: Flow): Page {
  return untracked(() => {
    const { pages, store } = flow;
    let page = flow.current();
    while (page.edit && !pages.exists(page)) page = pages.around(page);
    if (pages.exists(page)) return page;
    return nearestBefore(flow, placeOf(store.program.steps, page)) ?? page;
  });
}

/**
 * The last page of the route before a place: the step's position, then those of the entries it is about. Where that is
 * in another section, the task list.
 */
export function nearestBefore(flow: Flow, place: readonly number[]): Page | undefined {
  const { steps } = flow.store.program;
  const route = flow.pages.route();
  const found = route.findLast((page) => isBefore(placeOf(steps, page), place));
  if (found && found.step.section !== steps[place[0] ?? 0]?.section) return tasksPage(flow) ?? found;
  return found ?? route[0];
}

function placeOf(steps: readonly StepNode[], { step, entry }: Page): readonly number[] {
  const places: number[] = [];
  for (let one = entry; one; one = one.list.group.entry) places.unshift(one.position());
  return [steps.indexOf(step), ...places];
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const differs = one.findIndex((place, depth) => place !== other[depth]);
  return differs !== -1 && (one[differs] ?? 0) < (other[differs] ?? 0);
}
