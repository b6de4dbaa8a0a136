import type { StepNode } from '../program.ts';
import type { EntryCell } from '../run/entry.ts';

/** A page a person can be on. Pages are interned: the same place is always the same object. */
export interface Page {
  readonly step: StepNode;
  /** Of a step that repeats: the entry it is about. */
  readonly entry: EntryCell | undefined;
  /** An entry that is edited on a page of its own. */
  readonly edit: EntryCell | undefined;
}

/** How routes, links and saved sessions name a page: `hunde`, `hund-einzeln/0`; an edited entry stands beside it. */
export function routeId(page: Page): string {
  const numbers: number[] = [];
  for (let entry = page.entry; entry; entry = entry.list.group.entry) numbers.unshift(entry.position());
  return [page.step.id, ...numbers].join('/');
}
