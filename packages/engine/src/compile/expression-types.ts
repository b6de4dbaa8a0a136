import { parseDate } from '../expression/calendar.ts';
import type { ValueType } from './expression-scope.ts';

export type GroupType = ValueType & { readonly kind: 'group' };
export type ListType = ValueType & { readonly kind: 'list' };

/** The type of something that has been reported as wrong already: it fits everywhere. */
export type MaybeType = ValueType | undefined;

export const numberType: ValueType = { kind: 'number' };
export const booleanType: ValueType = { kind: 'boolean' };
export const nullType: ValueType = { kind: 'null' };

/** The type of a text constant: one that reads as a date is a date. */
export function typeOfText(text: string): ValueType {
  return { kind: parseDate(text) ? 'date' : 'string' };
}

const kinds: Readonly<Record<ValueType['kind'], string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  date: 'a date',
  list: 'a list',
  group: 'a group',
};

/** A type as sentences name it. */
export function describe(type: MaybeType): string {
  return type ? kinds[type.kind] : 'something else';
}

/** The type that holds values of both; `undefined` if there is none. Dates are texts; groups keep what both have. */
export function unify(left: ValueType, right: ValueType): ValueType | undefined {
  if (left === right || right.kind === 'null') return left;
  if (left.kind === 'null') return right;
  if (left.kind === 'list' && right.kind === 'list') {
    const of = unify(left.of, right.of);
    return of && { kind: 'list', of };
  }
  if (left.kind === 'group' && right.kind === 'group') return unifyGroups(left, right);
  if (left.kind === right.kind) return left;
  if (isText(left) && isText(right)) return { kind: 'string' };
  return undefined;
}

function unifyGroups(left: GroupType, right: GroupType): GroupType {
  const members: [string, ValueType][] = [];
  for (const [name, type] of Object.entries(left.members)) {
    const other = memberOf(right, name);
    const both = other && unify(type, other);
    if (both) members.push([name, both]);
  }
  return { kind: 'group', members: Object.fromEntries(members) };
}

export function isText(type: ValueType): boolean {
  return type.kind === 'string' || type.kind === 'date';
}

/** Whether `<` orders values of the type. */
export function isOrdered(type: ValueType): boolean {
  return type.kind === 'number' || isText(type);
}

/** A member's type; own properties only, so that `constructor` is no member. */
export function memberOf(group: GroupType, name: string): ValueType | undefined {
  return own(group.members, name);
}

/** An own property, or nothing: names come from authors. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
