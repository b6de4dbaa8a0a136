import type { JsonValue } from '@schalter/definition';
import type { Environment } from '../../expression/tree.ts';
import { createPages, type Pages } from '../../flow/pages.ts';
import { germanHolidays } from '../../holidays/germany.ts';
import type { Validate } from '../../problem.ts';
import type { Program } from '../../program.ts';
import type { GroupCell } from '../../run/group.ts';
import { untracked } from '../../run/signals.ts';
import { createStore, type Store } from '../../run/store.ts';
import type { Budget } from '../solve/budget.ts';

/** Answers to try, by pointer, with how many entries lists have. */
export interface Draft {
  readonly values: ReadonlyMap<string, JsonValue>;
  /** Pointers of lists, those around first. */
  readonly lists: ReadonlyMap<string, number>;
  /** ISO date. */
  readonly today: string;
}

export const emptyLists: ReadonlyMap<string, number> = new Map();

/** The engine itself, asked what truly becomes of answers. One store for all of them: only what differs is changed. */
export class Probe {
  readonly store: Store;
  readonly pages: Pages;
  readonly #budget: Budget;
  readonly #cost: number;
  #now: Draft;

  constructor(program: Program, validate: Validate, today: string, budget: Budget) {
    this.#budget = budget;
    // What a change sets in motion is not known before: half of all that could be.
    this.#cost = 10 + (program.order.length >> 1);
    this.store = createStore(program, { validate, today, holidays: germanHolidays });
    this.pages = createPages(this.store);
    this.#now = { values: new Map(), lists: emptyLists, today };
  }

  get draft(): Draft {
    return this.#now;
  }

  /** Replaces all answers. */
  apply(draft: Draft): void {
    const { store } = this;
    const before = this.#now;
    this.#now = draft;
    this.#budget.spend(this.#cost);
    if (draft.today !== before.today) store.today(draft.today);
    for (const pointer of before.values.keys()) {
      if (!draft.values.has(pointer)) store.answer(pointer, null);
    }
    const anew = !isSame(draft.lists, before.lists);
    if (anew) {
      for (const [pointer, count] of before.lists) if (count > 0 && !draft.lists.has(pointer)) this.#resize(pointer, 0);
      for (const [pointer, count] of draft.lists) this.#resize(pointer, count);
    }
    // What stood in removed entries is gone: answers in lists are given again.
    for (const [pointer, value] of draft.values) {
      const inEntry = anew && /\/\d+(?:\/|$)/.test(pointer);
      if (inEntry || before.values.get(pointer) !== value) store.answer(pointer, value);
    }
  }

  #resize(pointer: string, count: number): void {
    const list = this.store.find(pointer);
    if (list?.kind !== 'list') return;
    for (let entries = list.entries(); entries.length > count; entries = list.entries()) {
      const last = entries.at(-1);
      if (last) this.store.removeItem(last);
    }
    while (list.entries().length < count && this.store.addItem(list)) {
      // One more each time, up to what the list takes.
    }
  }

  /** The group at a template, in the entries at the positions given. */
  group(template: string, positions: Positions): GroupCell | undefined {
    const cell = this.store.find(pointerOf(template, positions));
    return cell?.kind === 'group' ? cell : undefined;
  }

  environment(template: string, positions: Positions): Environment | undefined {
    return this.group(template, positions)?.environment();
  }

  /** Runs something that reads many values once. */
  ask<T>(run: () => T): T {
    return untracked(run);
  }

  dispose(): void {
    this.store.dispose();
  }
}

function isSame(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): boolean {
  return left.size === right.size && [...left].every(([pointer, count]) => right.get(pointer) === count);
}

/** Template of a list → which of its entries is the one at hand. */
export type Positions = ReadonlyMap<string, number>;

/** The pointer of what stands at a template in the entries at hand. */
export function pointerOf(template: string, positions: Positions): string {
  if (!template.includes('*')) return template;
  const names = template.split('/');
  return names
    .map((name, index) => (name === '*' ? String(positions.get(names.slice(0, index).join('/')) ?? 0) : name))
    .join('/');
}
