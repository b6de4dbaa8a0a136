import { computed, type Read } from './reactive.ts';

export {
  type Cell,
  computed,
  endBatch,
  type Read,
  signal,
  startBatch,
  type Unit,
  unit,
  untracked,
} from './reactive.ts';

/** A computed list that stays the same object while its entries do: what depends on it is not disturbed. */
export function computedList<T>(make: () => readonly T[]): Read<readonly T[]> {
  return computed<readonly T[]>((previous) => {
    const next = make();
    const same = previous?.length === next.length && next.every((entry, index) => entry === previous[index]);
    return same ? previous : next;
  });
}
