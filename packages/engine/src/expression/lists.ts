import type { GroupValue, ListValue, Value } from './tree.ts';

export function isList(value: Value): value is ListValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'list';
}

export function isGroup(value: Value): value is GroupValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'group';
}

/** Whether it is a list that an expression made (`[1, 2]`, `filter`, `map`). */
export function isMadeList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/**
 * The entries of a list of the answers or of one that an expression made; `undefined` for what is no list. In an entry
 * beyond the end of a made list everything is unanswered (`null`), and an unanswered list has no entries.
 */
export function entriesOf(value: Value): readonly Value[] | undefined {
  if (value === null) return none;
  if (isMadeList(value)) return value;
  if (!isList(value)) return undefined;
  const length = value.length();
  const entries: Value[] = [];
  for (let index = 0; index < length; index++) entries.push(value.at(index));
  return entries;
}

const none: readonly Value[] = [];
