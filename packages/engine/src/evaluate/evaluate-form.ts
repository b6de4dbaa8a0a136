import type { JsonObject, JsonValue } from '@schalter/definition';
import { evaluate } from '../expression/evaluate.ts';
import type { HolidaySource } from '../expression/tree.ts';
import { allProblems } from '../flow/all-problems.ts';
import { routeId } from '../flow/page.ts';
import { createPages, type Pages } from '../flow/pages.ts';
import { germanHolidays } from '../holidays/germany.ts';
import type { Problem, Validate } from '../problem.ts';
import type { Program } from '../program.ts';
import type { DataCell } from '../run/group.ts';
import { createStore, type Store } from '../run/store.ts';
import type { AnswerServices } from '../session/services.ts';
import { allCells } from './cannot-compute.ts';

export interface EvaluateOptions {
  readonly validate: Validate;
  /** ISO date. */
  readonly today: string;
  readonly holidays?: HolidaySource;
  /** What was looked up before: `lookedUp(verdicts)` of `@schalter/engine/services`. Without it no lookup is decided. */
  readonly lookups?: Pick<AnswerServices, 'findings'>;
}

/** What a form's rules say about answers. */
export interface Evaluation {
  /** All of them, whichever page they stand on; where an exit ends the route, those of the pages before it. */
  readonly problems: readonly Problem[];
  /** Route ids, summary and exit included. */
  readonly route: readonly string[];
  /** Every relevant answered or computed leaf by its pointer; lists of chosen values as one. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Pointers of what is irrelevant; what lies inside is not listed again. */
  readonly irrelevant: readonly string[];
  /** What would be filed; nothing where the route ends in an exit. */
  readonly submission: JsonObject;
  readonly services: Readonly<Record<string, ServiceState>>;
}

export interface ServiceState {
  readonly active: boolean;
  /** In the unit of the expression: cents where the form counts cents. */
  readonly amount?: number;
  readonly to?: string;
}

/** Judges answers by a form's rules. Pure: no session, no chart, nothing kept. */
export function evaluateForm(program: Program, answers: JsonObject, options: EvaluateOptions): Evaluation {
  return withStore(program, answers, options, (store) => evaluationOf(store));
}

const nothing = () => undefined;

/** Runs something over a store that exists only meanwhile. */
export function withStore<T>(
  program: Program,
  answers: JsonObject,
  options: EvaluateOptions,
  run: (store: Store) => T,
): T {
  const { validate, today, lookups } = options;
  const store = createStore(program, {
    validate,
    today,
    answers,
    holidays: options.holidays ?? germanHolidays,
    ...(lookups ? { services: { ...lookups, refuses: nothing, claim: nothing } } : {}),
  });
  try {
    return run(store);
  } finally {
    store.dispose();
  }
}

export function evaluationOf(store: Store): Evaluation {
  const pages = createPages(store);
  const route = pages.route();
  const exit = isEndedByExit(pages);
  return {
    problems: exit ? problemsOnRoute(pages) : allProblems(store, pages),
    route: route.map(routeId),
    values: valuesOf(store.root),
    irrelevant: irrelevantIn(store.root),
    submission: exit ? {} : store.submission(),
    services: servicesOf(store),
  };
}

/** Whether an exit stands where the summary would: then nothing is filed. */
export function isEndedByExit(pages: Pages): boolean {
  return !pages.route().some(({ step }) => step.kind === 'summary');
}

function problemsOnRoute(pages: Pages): Problem[] {
  return pages.route().flatMap((page) => pages.problems(page).map(({ at, code, params }) => ({ at, code, params })));
}

function valuesOf(root: DataCell): Record<string, JsonValue> {
  const values: [string, JsonValue][] = [];
  for (const cell of allCells(root)) {
    const answer = cell.kind === 'leaf' ? cell.answer() : null;
    if (answer !== null) values.push([cell.pointer(), answer]);
  }
  return Object.fromEntries(values);
}

function irrelevantIn(cell: DataCell): string[] {
  if (!cell.relevant()) return [cell.pointer()];
  if (cell.kind === 'group') return [...cell.members.values()].flatMap(irrelevantIn);
  if (cell.kind === 'list') return cell.entries().flatMap(({ content }) => (content ? irrelevantIn(content) : []));
  return [];
}

function servicesOf(store: Store): Record<string, ServiceState> {
  const environment = store.root.environment();
  const services: Record<string, ServiceState> = {};
  for (const [name, { when, amount, to }] of Object.entries(store.program.services)) {
    const active = when ? evaluate(when, environment) === true : true;
    const cost = active && amount ? evaluate(amount, environment) : undefined;
    const address = active && to ? evaluate(to, environment) : undefined;
    services[name] = {
      active,
      ...(typeof cost === 'number' ? { amount: cost } : {}),
      ...(typeof address === 'string' ? { to: address } : {}),
    };
  }
  return services;
}
