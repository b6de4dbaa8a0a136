import type { LookupNode } from '../../program.ts';
import type { LeafCell } from '../../run/leaf.ts';
import { type Cell, computed, type Read, signal } from '../../run/signals.ts';
import type { Found, Verdict } from './answers.ts';
import { checkQuestion, type Question, searchQuestion } from './question.ts';
import { createSlot, type Slot } from './slot.ts';

/** A leaf whose service is a lookup. */
export type LookedUp = LeafCell & { readonly node: { readonly lookup: LookupNode } };

/** What is looked up for one field of a session. */
export interface FieldLookup {
  readonly cell: LookedUp;
  readonly lookup: LookupNode;
  /** What is searched for; `undefined` while nobody searches. */
  readonly query: Cell<string | undefined>;
  readonly check: Slot<Verdict>;
  readonly search: Slot<Found>;
}

export function createFieldLookup(cell: LookedUp, language: Read<string>): FieldLookup {
  const query = signal<string | undefined>(undefined);
  const searching = (): Question | undefined => {
    const text = query();
    return text === undefined ? undefined : searchQuestion(cell, text, language());
  };
  return {
    cell,
    lookup: cell.node.lookup,
    query,
    check: createSlot(computed(() => checkQuestion(cell, language()))),
    search: createSlot(computed(searching)),
  };
}
