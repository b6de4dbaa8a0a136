import { entriesOf } from '../lists.ts';
import type { Value } from '../tree.ts';
import type { ProfileFunction } from './function.ts';

/** The answered entries of a list; `undefined` if it is no list or an entry is unknown. */
function answeredEntries(list: Value): readonly Value[] | undefined {
  const entries = entriesOf(list);
  if (!entries || entries.includes(undefined)) return undefined;
  return entries.filter((entry) => entry !== null);
}

function extreme(better: (a: number | string, b: number | string) => boolean): ProfileFunction {
  return {
    decides: true,
    run([list]) {
      let best: number | string | undefined;
      for (const entry of answeredEntries(list) ?? []) {
        if (typeof entry !== 'number' && typeof entry !== 'string') return undefined;
        if (best !== undefined && typeof best !== typeof entry) return undefined;
        if (best === undefined || better(entry, best)) best = entry;
      }
      return best;
    },
  };
}

export const sum: ProfileFunction = {
  decides: true,
  run([list]) {
    const entries = answeredEntries(list);
    if (!entries) return undefined;
    let total = 0;
    for (const entry of entries) {
      if (typeof entry !== 'number') return undefined;
      total += entry;
    }
    return Number.isFinite(total) ? total : undefined;
  },
};

/** The least; unknown for an empty list. */
export const min = extreme((a, b) => a < b);

/** The greatest; unknown for an empty list. */
export const max = extreme((a, b) => a > b);

/** Every entry of a group list, every answered one of a plain list. */
export const count: ProfileFunction = {
  decides: true,
  run: ([list]) => answeredEntries(list)?.length,
};
