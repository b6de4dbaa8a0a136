import type { Problem } from '../problem.ts';
import type { EntryCell } from '../run/entry.ts';
import type { ListCell } from '../run/list.ts';
import { remembered } from '../run/remembered.ts';
import { type Cell, signal, untracked } from '../run/signals.ts';
import type { Store } from '../run/store.ts';
import type { Services } from '../session/services.ts';
import type { DraftState, Receipt } from '../view.ts';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';

/**
 * Where a person is in a form, as signals: the statechart writes them, views read them. What is decided here is decided
 * without changing anything, so that the chart's guards may ask.
 */
export interface Flow {
  readonly store: Store;
  readonly pages: Pages;
  readonly services: Services | undefined;
  readonly language: Cell<string>;
  readonly current: Cell<Page>;
  /** Pages left with "next": their problems are shown. */
  readonly left: Cell<ReadonlySet<Page>>;
  readonly fromSummary: Cell<boolean>;
  /** The entry's page that a change link of the summary opened: from there "next" does not lead to the list first. */
  readonly opened: Cell<Page | undefined>;
  /** `login`: somebody has to log in, or say that they do not want to, before the first page. */
  readonly status: Cell<'login' | 'filling' | 'sending' | 'submitted'>;
  /** The event that goes on by itself once everything is looked up. */
  readonly checking: Cell<'next' | 'submit' | undefined>;
  readonly receipt: Cell<Receipt | undefined>;
  readonly failure: Cell<{ readonly code: string; readonly message?: string } | undefined>;
  /** What the server refused; gone with the next answer. */
  readonly refused: Cell<readonly Problem[]>;
  readonly draft: Cell<DraftState>;
  /** The answer to "another?" below a list. */
  another(list: ListCell): Cell<boolean | null>;
  /** Whether "next" passed by a list's question "another?" on the current page, at this visit. */
  readonly missed: Cell<boolean>;
  /** Counts what changed since the session began: tells the draft whether there is something to save. */
  readonly changes: Cell<number>;
}

export function createFlow(
  store: Store,
  pages: Pages,
  language: string,
  start: Page,
  services: Services | undefined,
): Flow {
  return {
    store,
    pages,
    services,
    language: signal(language),
    current: signal(start),
    left: signal<ReadonlySet<Page>>(new Set()),
    fromSummary: signal(false),
    opened: signal<Page | undefined>(undefined),
    status: signal<'login' | 'filling' | 'sending' | 'submitted'>('filling'),
    checking: signal<'next' | 'submit' | undefined>(undefined),
    receipt: signal<Receipt | undefined>(undefined),
    failure: signal<{ readonly code: string; readonly message?: string } | undefined>(undefined),
    refused: signal<readonly Problem[]>([]),
    draft: signal<DraftState>({ state: 'idle', revision: 0 }),
    missed: signal(false),
    changes: signal(0),
    another: remembered((_: ListCell) => signal<boolean | null>(null)),
  };
}

/** Whether a list asks "another?": shown as cards, with all the entries it has to have and room for one more. */
export function asksAnother(flow: Flow, list: ListCell): boolean {
  const least = Math.max(1, list.node.minItems);
  return !list.plain && list.relevant() && list.entries().length >= least && flow.store.canAdd(list);
}

/** The entry an event is about, if there is one that a person can reach. */
export function reachableEntry(flow: Flow, pointer: string): EntryCell | undefined {
  return untracked(() => {
    const entry = flow.store.findEntry(pointer);
    return entry?.list.relevant() ? entry : undefined;
  });
}

/**
 * Marks pages as left with "next", with those of the entries that stand on them: what is wrong in an entry is told there
 * already. An entry that is added later starts afresh.
 */
export function leave(flow: Flow, pages: readonly Page[]): void {
  const left = new Set(flow.left());
  for (const page of pages) for (const one of withEntries(flow, page)) left.add(one);
  if (left.size > flow.left().size) flow.left(left);
}

function* withEntries({ pages }: Flow, page: Page): Generator<Page> {
  const waiting = [page];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    yield one;
    for (const list of pages.lists(one)) {
      if (!list.relevant()) continue;
      for (const entry of list.entries()) {
        const edit = pages.editPage(entry);
        if (edit) waiting.push(edit);
      }
    }
  }
}
