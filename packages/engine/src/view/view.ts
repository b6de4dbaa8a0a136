import type { Flow } from '../flow/flow.ts';
import { asksAnother } from '../flow/flow.ts';
import { formProblems } from '../flow/form-problems.ts';
import { type Page, routeId } from '../flow/page.ts';
import { isSameSection } from '../flow/sections.ts';
import type { EntryCell } from '../run/entry.ts';
import type { GroupCell } from '../run/group.ts';
import { remembered } from '../run/remembered.ts';
import { computed, type Read } from '../run/signals.ts';
import type { FormHeader, ProblemView, RouteEntry, StepView, Summary, TaskList, View } from '../view.ts';
import { createContent } from './content.ts';
import { summaryOf } from './summary.ts';
import { sectionTitle, taskList } from './tasks.ts';
import { lineOf, type Reading, treeOf } from './text.ts';
import { entryTitle, stepTitle } from './titles.ts';
import { problemAt, problemView, type Viewing } from './viewing.ts';

/** The view of a session, each part made again only when something in it has changed. */
export function createView(viewing: Viewing, flow: Flow): Read<View> {
  const { store } = viewing;
  const { program, root } = store;
  const { pages } = flow;
  const content = createContent(viewing, flow);

  const header = computed<FormHeader>(() => ({
    id: program.id,
    version: program.version,
    title: lineOf(reading(root), program.keys.title),
    language: program.language,
    languages: program.languages,
  }));

  const stateOf = remembered((page: Page) =>
    computed<RouteEntry['state']>(() => {
      if (isWithin(flow.current(), page)) return 'current';
      if (page.step.kind !== 'page') return 'open';
      if (!flow.left().has(page)) return 'open';
      return pages.problems(page).length === 0 ? 'complete' : 'incomplete';
    }),
  );

  const route = computed<readonly RouteEntry[]>(() =>
    pages.route().map((page) => ({
      id: routeId(page),
      title: stepTitle(viewing, page.step, placeOf(page)),
      kind: page.step.kind,
      state: stateOf(page)(),
      ...(page.step.section === undefined ? {} : { section: page.step.section }),
    })),
  );

  const progress = computed(() => {
    const here = flow.current();
    if (here.step.kind === 'tasks') return { current: 0, total: 0 };
    const numbered = pages
      .route()
      .filter((page) => page.step.kind !== 'exit' && page.step.kind !== 'tasks' && isSameSection(page, here));
    const position = numbered.findIndex((page) => isWithin(here, page));
    return { current: position === -1 ? numbered.length : position + 1, total: numbered.length };
  });

  const problems = computed<readonly ProblemView[]>(() => {
    const page = flow.current();
    const refused = flow.refused().map((problem) => problemAt(viewing, problem));
    if (page.step.kind === 'summary') {
      // What was right once may have become wrong by a change elsewhere.
      const found = pages.route().flatMap((one) => (flow.left().has(one) ? problemsOf(one) : []));
      // Once everything was asked for, the form's own checks speak as long as they fail.
      const own = flow.refused().length > 0 ? formProblems(store) : [];
      return unique([...found, ...own.map((problem) => problemAt(viewing, problem, problem.message)), ...refused]);
    }
    return flow.left().has(page) ? [...problemsOf(page), ...missingAnswers(page)] : [];
  });

  function problemsOf(page: Page): ProblemView[] {
    return pages
      .problems(page)
      .map((problem) =>
        problem.cell ? problemView(viewing, problem.cell, problem) : problemAt(viewing, problem, problem.message),
      );
  }

  /** Lists that still wait for the answer to "another?". */
  function missingAnswers(page: Page): ProblemView[] {
    if (!flow.missed()) return [];
    return flow.pages
      .lists(page)
      .filter((list) => asksAnother(flow, list) && flow.another(list)() === null && list.findings().length === 0)
      .map((list) => problemView(viewing, list, { code: 'another', params: {} }));
  }

  const summary = computed<Summary | undefined>(() =>
    flow.current().step.kind === 'summary' ? summaryOf(viewing, pages) : undefined,
  );

  const tasks = computed<TaskList | undefined>(() =>
    flow.current().step.kind === 'tasks' ? taskList(viewing, flow) : undefined,
  );

  const section = computed<View['section']>(() => {
    const id = flow.current().step.section;
    const found = id === undefined ? undefined : program.sections.find((one) => one.id === id);
    return found && { id: found.id, title: sectionTitle(viewing, found) };
  });

  const step = computed<StepView>(() => {
    const page = flow.current();
    const place = placeOf(page);
    const around = titlesAround(page.edit);
    const text = treeOf(reading(place), page.step.text);
    return {
      id: routeId(page),
      kind: page.step.kind,
      title: page.edit ? entryTitle(viewing, page.edit) : stepTitle(viewing, page.step, place),
      ...(page.edit ? { entry: page.edit.pointer() } : {}),
      ...(around.length > 0 ? { within: around } : {}),
      titleIsLabel: page.step.titleIsLabel && !page.edit,
      ...(text && !page.edit ? { text } : {}),
      content: content(page),
      ...(page.step.handover === undefined ? {} : { handover: page.step.handover }),
    };
  });

  const canGoBack = computed(() => {
    const page = flow.current();
    return flow.fromSummary() || page.edit !== undefined || pages.route()[0] !== page;
  });

  function titlesAround(entry: EntryCell | undefined): string[] {
    const titles: string[] = [];
    for (let one = entry?.list.group.entry; one; one = one.list.group.entry) titles.unshift(entryTitle(viewing, one));
    return titles;
  }

  function reading(place: GroupCell): Reading {
    return { program, language: viewing.language(), environment: () => place.environment() };
  }

  function placeOf(page: Page): GroupCell {
    return page.entry?.content?.kind === 'group' ? page.entry.content : root;
  }

  return computed<View>(() => {
    const status = flow.status();
    const kind = flow.current().step.kind;
    const checked = summary();
    const listed = tasks();
    const within = section();
    const receipt = flow.receipt();
    const failure = flow.failure();
    const services = viewing.services?.views();
    return {
      form: header(),
      language: viewing.language(),
      status: status === 'filling' && kind !== 'page' ? kind : status,
      step: step(),
      ...(within ? { section: within } : {}),
      route: route(),
      progress: progress(),
      problems: problems(),
      canGoBack: canGoBack(),
      fromSummary: flow.fromSummary(),
      ...(checked ? { summary: checked } : {}),
      ...(listed ? { tasks: listed } : {}),
      ...(receipt ? { receipt } : {}),
      ...(failure ? { failure } : {}),
      ...(services ? { services } : {}),
      ...(flow.checking() === undefined ? {} : { checking: true as const }),
      draft: flow.draft(),
    };
  });
}

/** Whether a page is a route's page or edits an entry there. */
function isWithin(page: Page, onRoute: Page): boolean {
  return page === onRoute || (page.step === onRoute.step && page.entry === onRoute.entry);
}

function unique(problems: readonly ProblemView[]): ProblemView[] {
  const seen = new Set<string>();
  return problems.filter(({ at, code }) => {
    const key = `${code} ${at}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
