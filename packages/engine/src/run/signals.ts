import { computed, effect, effectScope, setActiveSub } from 'alien-signals';

export { computed, endBatch, signal, startBatch } from 'alien-signals';

/** Reads a signal or a computed. */
export type Read<T> = () => T;

/** A signal: read without, written with an argument. */
export interface Cell<T> {
  (): T;
  (value: T): void;
}

/** Runs something without making what is running depend on it. */
export function untracked<T>(run: () => T): T {
  const active = setActiveSub(undefined);
  try {
    return run();
  } finally {
    setActiveSub(active);
  }
}

/**
 * Evaluates reads one after the other and keeps them evaluated: each has a watcher of its own, so none of a long chain
 * is ever dropped and evaluated again through the whole chain.
 * @returns gives them up, the last first
 */
export function keepAlive(reads: Iterable<Read<unknown>>): () => void {
  return untracked(() =>
    effectScope(() => {
      for (const read of reads) {
        effect(() => {
          read();
        });
      }
    }),
  );
}

/** A computed list that stays the same object while its entries do: what depends on it is not disturbed. */
export function computedList<T>(make: () => readonly T[]): Read<readonly T[]> {
  return computed<readonly T[]>((previous) => {
    const next = make();
    const same = previous?.length === next.length && next.every((entry, index) => entry === previous[index]);
    return same ? previous : next;
  });
}
