import type { SectionNode, StepNode } from '../program.ts';
import type { Flow } from './flow.ts';
import { isBlank } from './is-blank.ts';
import type { Page } from './page.ts';
import { cellsOn, isAskedOn } from './walk.ts';

/** A row of the task list: a section, or the step the form ends in where that belongs to none. */
export interface Task {
  readonly of: SectionNode | StepNode;
  /** Those of its pages that are on the route. */
  readonly pages: readonly Page[];
  readonly state: 'open' | 'started' | 'complete' | 'blocked';
  /** Whether a page of it was left and has problems: there is something to mend. */
  readonly wrong: boolean;
  /** What has to be complete before it can be started; empty unless it is blocked. */
  readonly waitsFor: readonly Task[];
}

/** The page of the task list; only in a form with sections. */
export function tasksPage(flow: Flow): Page | undefined {
  const [first] = flow.store.program.steps;
  return first?.kind === 'tasks' ? flow.pages.stepPage(first) : undefined;
}

/**
 * The tasks of a form with sections, in the order of its steps. The last is to check and send, or to read why the route
 * ends early; it waits for all others. A section without a page on the route is there while it waits: what comes before
 * may bring it some. What was started is not blocked any more, whatever changes before it.
 */
export function tasksOf(flow: Flow): readonly Task[] {
  const { sections, steps } = flow.store.program;
  const route = flow.pages.route();
  const end = route.find(({ step }) => step.kind === 'summary') ?? route.at(-1);
  const last = end && taskOf(sections, end.step);
  const pages = new Map<Task['of'], Page[]>();
  for (const step of steps) {
    const of = step.kind === 'exit' ? undefined : taskOf(sections, step);
    if (of) pages.set(of, []);
  }
  if (last && !pages.has(last)) pages.set(last, []);
  for (const page of route.slice(0, end && route.indexOf(end) + 1)) {
    const of = taskOf(sections, page.step);
    if (of) pages.get(of)?.push(page);
  }
  const made = new Map<Task['of'], Task | undefined>();
  const make = (of: Task['of']): Task | undefined => {
    if (made.has(of)) return made.get(of);
    const own = pages.get(of) ?? [];
    const before = of === last ? [...pages.keys()].filter((other) => other !== last) : named(sections, of);
    const waitsFor = before.map(make).filter((task): task is Task => task !== undefined && task.state !== 'complete');
    const state = stateOf(flow, own);
    const blocked = state === 'open' && waitsFor.length > 0;
    const mayCome = blocked && end?.step.kind === 'summary' && holds(flow, of);
    const task: Task | undefined =
      own.length > 0 || mayCome
        ? {
            of,
            pages: own,
            state: blocked ? 'blocked' : state,
            wrong: own.some((page) => isWrong(flow, page)),
            waitsFor: blocked ? waitsFor : [],
          }
        : undefined;
    made.set(of, task);
    return task;
  };
  return [...pages.keys()].map(make).filter((task) => task !== undefined);
}

/** Whether a section's own condition is true. */
function holds({ store }: Flow, of: Task['of']): boolean {
  return !('after' in of) || of.condition === undefined || store.world.define(of.condition) === true;
}

/** What a page is part of; the exit that ends a route stands for itself. */
function taskOf(sections: readonly SectionNode[], step: StepNode): Task['of'] | undefined {
  if (step.kind === 'tasks') return undefined;
  const section = step.kind === 'exit' ? undefined : sections.find(({ id }) => id === step.section);
  return section ?? (step.kind === 'page' ? undefined : step);
}

/** The sections that a section says have to be complete before it. */
function named(sections: readonly SectionNode[], of: Task['of']): SectionNode[] {
  return 'after' in of ? sections.filter(({ id }) => of.after.includes(id)) : [];
}

/** What holds the summary is never complete: there remains to send. */
function stateOf(flow: Flow, pages: readonly Page[]): 'open' | 'started' | 'complete' {
  const left = flow.left();
  if (pages.length > 0 && pages.every((page) => page.step.kind === 'page' && left.has(page) && !isWrong(flow, page)))
    return 'complete';
  return pages.some((page) => left.has(page) || isAnswered(flow, page)) ? 'started' : 'open';
}

function isWrong({ left, pages }: Flow, page: Page): boolean {
  return left().has(page) && pages.problems(page).length > 0;
}

function isAnswered({ store }: Flow, page: Page): boolean {
  for (const cell of cellsOn(store.root, page)) {
    if (cell.kind === 'group' || !cell.relevant()) continue;
    if (isAskedOn(cell.world, cell, page.step) && !isBlank(cell)) return true;
  }
  return false;
}

/** Whether two pages belong to the same section; without sections all do. */
export function isSameSection(one: Page, other: Page): boolean {
  return one.step.section === other.step.section;
}

/** The pages of tasks that cannot be started yet. */
export function blockedPages(flow: Flow): ReadonlySet<Page> {
  if (!tasksPage(flow)) return none;
  const blocked = tasksOf(flow).filter(({ state }) => state === 'blocked');
  return new Set(blocked.flatMap(({ pages }) => pages));
}

/** Whether a page cannot be gone to: its section has to wait for others, and it is not the one a person is in. */
export function isBlocked(flow: Flow, page: Page): boolean {
  if (page.step.section !== undefined && isSameSection(page, flow.current())) return false;
  let onRoute = page;
  while (onRoute.edit) onRoute = flow.pages.around(onRoute);
  return blockedPages(flow).has(onRoute);
}

const none: ReadonlySet<Page> = new Set();
