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
  if (only && parts.length === 1) return only;
  let lists: (readonly T[])[] = [];
  return computed<readonly T[]>((previous) => {
    const before = lists;
    lists = parts.map((part) => part());
    // A list as long as before takes its place in a copy: that is cheaper than to put all together again.
    if (!previous || lists.some((list, index) => list.length !== before[index]?.length)) return lists.flat() as T[];
    let next: T[] | undefined;
    let place = 0;
    lists.forEach((list, index) => {
      if (list !== before[index]) {
        list.forEach((entry, offset) => {
          if (entry === previous[place + offset]) return;
          next ??= previous.slice();
          next[place + offset] = entry;
        });
      }
      place += list.length;
    });
    return next ?? previous;
  });
}
