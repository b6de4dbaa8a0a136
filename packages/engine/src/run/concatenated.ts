import { computed, type Read } from './reactive.ts';

/** So many parts are looked at together. */
const width = 32;

/**
 * Lists put together, in a tree of computeds: when one of thousands of parts changes, a few dozen are looked at. The
 * result stays the same object while its entries do.
 */
export function concatenated<T>(parts: readonly Read<readonly T[]>[]): Read<readonly T[]> {
  if (parts.length <= width) return together(parts);
  const size = width ** Math.ceil(Math.log(parts.length) / Math.log(width) - 1);
  const groups: Read<readonly T[]>[] = [];
  for (let start = 0; start < parts.length; start += size) groups.push(concatenated(parts.slice(start, start + size)));
  return together(groups);
}

function together<T>(parts: readonly Read<readonly T[]>[]): Read<readonly T[]> {
  const [only] = parts;
  return computed<readonly T[]>((previous) => {
    if (only && parts.length === 1) return only();
    const next: T[] = [];
    for (const part of parts) for (const entry of part()) next.push(entry);
    const same = previous?.length === next.length && next.every((entry, index) => entry === previous[index]);
    return same ? previous : next;
  });
}
