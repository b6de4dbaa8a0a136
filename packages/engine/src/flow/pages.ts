import type { ListNode, ProgramNode, StepNode } from '../program.ts';
import { always } from '../run/conditions.ts';
import type { EntryCell } from '../run/entry.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { ListCell } from '../run/list.ts';
import { remembered } from '../run/remembered.ts';
import { computed, computedList, type Read } from '../run/signals.ts';
import type { Store } from '../run/store.ts';
import { instances } from '../run/warm.ts';
import type { Page } from './page.ts';
import { type PageProblem, problemsOn } from './problems.ts';
import { cellsOn, isAskedOn } from './walk.ts';

/** The pages of one session: which there are, in which order, and what is wrong on them. */
export interface Pages {
  /** The whole current route; exit or summary last. */
  readonly route: Read<readonly Page[]>;
  /** The page of a step that stands once. */
  stepPage(step: StepNode): Page;
  /** The page of an entry that is edited; `undefined` where its list is asked nowhere at present, or other steps ask all of it. */
  editPage(entry: EntryCell): Page | undefined;
  /** The page on which a list or leaf is asked at present, an entry's page included. */
  pageOf(cell: DataCell): Page | undefined;
  /** The page an edited entry's page leads back to. */
  around(page: Page): Page;
  problems(page: Page): readonly PageProblem[];
  /** The lists a page asks. */
  lists(page: Page): readonly ListCell[];
  /** Whether an edit page still exists: its entry is in a list that is asked on the route. */
  exists(page: Page): boolean;
}

export function createPages(store: Store): Pages {
  const { program, root, world } = store;
  const steps = new Map(program.steps.map((step) => [step.id, step]));
  const stepPage = remembered((step: StepNode): Page => ({ step, entry: undefined, edit: undefined }));
  /** Pages of an entry, by what they are for. */
  const entryPages = remembered((_: EntryCell) => new Map<string, Page>());
  const problems = remembered((page: Page) => problemsOn(store, page, route));
  const visible = remembered((page: Page) => visibility(store, page));
  const lists = remembered((page: Page) => [...cellsOn(root, page)].filter((cell) => cell.kind === 'list'));

  const entryPage = (owner: EntryCell, key: string, make: () => Page): Page => {
    const pages = entryPages(owner);
    const known = pages.get(key) ?? make();
    pages.set(key, known);
    return known;
  };

  const repeatPage = (step: StepNode, entry: EntryCell): Page =>
    entryPage(entry, step.id, () => ({ step, entry, edit: undefined }));

  const pageOf = (cell: DataCell): Page | undefined => {
    const step = cell.node.steps.map((id) => steps.get(id)).find((one) => one && isAskedOn(world, cell, one));
    const group = cell.kind === 'group' ? cell : cell.group;
    if (!step) return undefined;
    const { entry } = group;
    if (!entry) return stepPage(step);
    // An entry's own page asks what stands where its list stands, a repeated step the rest.
    return step.forEach === entry.list.node.template ? repeatPage(step, entry) : editPage(entry);
  };

  const editPage = (entry: EntryCell): Page | undefined => {
    const around = pageOf(entry.list);
    if (!around || !hasOwnPage(entry.list.node)) return undefined;
    const { step } = around;
    return entryPage(entry, `edit ${step.id}`, () => ({ step, entry: around.entry, edit: entry }));
  };

  const route = computedList<Page>(() => {
    const pages: Page[] = [];
    let ended = false;
    for (const step of program.steps) {
      if (ended && !(step.kind === 'exit' && step.handover !== undefined)) continue;
      if (step.forEach !== undefined) {
        for (const entry of entriesOf(root, step.forEach)) {
          const page = repeatPage(step, entry);
          if (entry.stepCondition(step.id)?.() !== false && visible(page)()) pages.push(page);
        }
        continue;
      }
      if (world.stepCondition(step.id)?.() === false) continue;
      const page = stepPage(step);
      if (step.kind === 'page' && !visible(page)()) continue;
      pages.push(page);
      if (step.kind === 'exit') return pages;
      if (step.kind === 'summary') ended = true;
    }
    return pages;
  });

  // Asked after every answer: looked up, not searched for.
  const onRoute = computed(() => new Set(route()));

  return {
    route,
    stepPage,
    editPage,
    pageOf,

    around(page) {
      return (page.edit && pageOf(page.edit.list)) ?? stepPage(page.step);
    },

    problems: (page) => problems(page)(),
    lists: (page) => lists(page).filter((list) => isAskedOn(world, list, page.step)),

    exists(page) {
      const { edit } = page;
      if (!edit) return onRoute().has(page);
      let list: ListCell | undefined = edit.list;
      for (let entry: EntryCell | undefined = edit; entry; entry = list?.group.entry) {
        list = entry.list;
        if (!list.relevant() || !list.entries().includes(entry)) return false;
      }
      let around: Page | undefined = page;
      while (around?.edit) around = pageOf(around.edit.list);
      return around !== undefined && onRoute().has(around);
    },
  };
}

/** Whether an entry's own page has something to ask: plain values and what other steps ask stand elsewhere. */
export const hasOwnPage: (list: ListNode) => boolean = remembered(({ item }: ListNode) => {
  const asks = (node: ProgramNode): boolean =>
    !node.named && (node.kind === 'group' ? node.members.some(asks) : node.kind !== 'text');
  return item.kind === 'group' && item.members.some(asks);
});

/** All entries a step visits, in their order; nested lists' too. None while a list is irrelevant. */
function entriesOf(root: GroupCell, template: string): EntryCell[] {
  const entries: EntryCell[] = [];
  for (const cell of instances(root, template.slice(1).split('/'), 0)) {
    if (cell.kind === 'list' && cell.relevant()) entries.push(...cell.entries());
  }
  return entries;
}

/** Whether a page has anything to show; what is left without content is skipped. */
function visibility(store: Store, page: Page): Read<boolean> {
  const { step } = page;
  if (step.content.length === 0 || step.text !== undefined) return always;
  if (step.content.some((one) => typeof one !== 'string' && !one.when)) return always;
  const group = page.entry?.content?.kind === 'group' ? page.entry.content : store.root;
  return computed(() => {
    for (const one of step.content) if (typeof one !== 'string' && group.shows(one)) return true;
    for (const cell of cellsOn(store.root, page)) {
      if (cell.kind !== 'group' && isAskedOn(cell.world, cell, step) && cell.relevant()) return true;
    }
    return false;
  });
}
