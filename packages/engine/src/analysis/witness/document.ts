import { type JsonObject, type JsonValue, parsePointer } from '@schalter/definition';
import type { Draft } from './probe.ts';

interface Members {
  [name: string]: JsonValue | Members | (JsonValue | Members)[];
}

/** The answers of a draft as the document that they are, blank entries included. */
export function documentOf({ values, lists }: Draft): JsonObject {
  const root: Members = {};
  for (const [pointer, count] of lists) {
    if (count === 0) continue;
    const list = at(root, pointer, () => []);
    // Entries of plain values that are unanswered stand as null, and are filled below.
    if (Array.isArray(list)) while (list.length < count) list.push({});
  }
  for (const [pointer, value] of values) at(root, pointer, () => value);
  return root as JsonObject;
}

/** What stands at a pointer, made where there is nothing yet; groups around it too. */
function at(root: Members, pointer: string, make: () => Members[string]): Members[string] {
  const names = parsePointer(pointer) ?? [];
  const last = names.at(-1) ?? '';
  let holder: unknown = root;
  for (const name of names.slice(0, -1)) {
    const members = holder as Members;
    if (!Object.hasOwn(members, name)) members[name] = {};
    holder = members[name];
  }
  const members = holder as Members;
  const value = make();
  // A list that stands there keeps its entries; a blank entry gives way to a plain value.
  if (!Object.hasOwn(members, last) || !Array.isArray(value) || value.length > 0) members[last] = value;
  return members[last] as Members[string];
}
