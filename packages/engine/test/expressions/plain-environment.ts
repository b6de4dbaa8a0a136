import type { ExpressionScope, ValueType } from '../../src/compile/expression-scope.ts';
import { type GroupType, memberOf } from '../../src/compile/expression-types.ts';
import { parseDate } from '../../src/expression/calendar.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import type { Environment, Expression, GroupValue, ListValue, Value } from '../../src/expression/tree.ts';
import { germanHolidays } from '../../src/holidays/germany.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * Shape of the data of a table: `"string" | "number" | "boolean" | "date" | "richtext"`, an object is a group, a list
 * of one shape is a list.
 */
export type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

export function typeOfShape(shape: Shape): ValueType {
  if (typeof shape === 'string') {
    if (shape === 'richtext') return { kind: 'string', markdown: true };
    return { kind: shape as 'string' | 'number' | 'boolean' | 'date' };
  }
  if (Array.isArray(shape)) return { kind: 'list', of: typeOfShape(shape[0] as Shape) };
  const members = Object.entries(shape).map(([name, member]) => [name, typeOfShape(member)] as const);
  return { kind: 'group', members: Object.fromEntries(members) };
}

/** The answers of the language's meaning over plain data: groups and lists always exist, leaves are null. */
export function valueFrom(data: Json | undefined, type: ValueType): Value {
  switch (type.kind) {
    case 'group':
      return groupFrom(data, type);
    case 'list':
      return listFrom(data, type.of);
    default:
      return conforms(data, type.kind) ? (data as Value) : null;
  }
}

/** Whether an answer has the type of its field; what has not, or is a date that no calendar has, is unanswered. */
function conforms(data: Json | undefined, kind: 'string' | 'number' | 'boolean' | 'null' | 'date'): boolean {
  return kind === 'date' ? parseDate(data) !== undefined : typeof data === kind;
}

export function groupFrom(data: Json | undefined, type: GroupType): GroupValue {
  const members = (data ?? {}) as Record<string, Json>;
  return {
    kind: 'group',
    get: (name) => {
      const member = memberOf(type, name);
      return member ? valueFrom(members[name], member) : null;
    },
    answered: () => Object.entries(type.members).some(([name, member]) => hasAnswer(members[name], member)),
  };
}

function listFrom(data: Json | undefined, of: ValueType): ListValue {
  const entries = (data ?? []) as readonly Json[];
  return {
    kind: 'list',
    length: () => entries.length,
    at: (index) => valueFrom(entries[index], of),
    answered: () => entries.some((entry) => hasAnswer(entry, of)),
  };
}

function hasAnswer(data: Json | undefined, type: ValueType): boolean {
  const value = valueFrom(data, type);
  return typeof value === 'object' && value !== null && 'answered' in value ? value.answered() : value !== null;
}

export interface Place {
  readonly data: Json;
  readonly today: string;
  /** Pointer of the group that is `self`; an entry of a list is `item` too. */
  readonly at?: string;
  /** The name that the entry's list gives its entries. */
  readonly as?: string;
  readonly defines?: Readonly<Record<string, Expression>>;
}

/** An environment over plain data. */
export function plainEnvironment(root: GroupType, { data, today, at = '', as, defines = {} }: Place): Environment {
  const self = follow(at, root, data);
  const index = Number(at.split('/').at(-1));
  const selfValue = valueFrom(self.data, self.type) as GroupValue;
  const environment: Environment = {
    root: () => groupFrom(data, root),
    self: () => selfValue,
    item: (name) => (name === undefined || name === as ? selfValue : undefined),
    index: () => index,
    define: (name) => {
      const tree = defines[name];
      return tree && evaluate(tree, environment);
    },
    today: () => today,
    holidays: germanHolidays,
  };
  return environment;
}

/** The scope at a place. */
export function scopeAt(
  root: GroupType,
  { at = '', as, defines = {} }: { at?: string; as?: string; defines?: Readonly<Record<string, ValueType>> },
): ExpressionScope {
  const self = follow(at, root, null).type as GroupType;
  const entry = /\/\d+$/.test(at);
  return {
    root,
    self,
    ...(entry ? { item: self } : {}),
    ...(entry && as !== undefined ? { named: { [as]: self } } : {}),
    defines,
  };
}

function follow(pointer: string, root: ValueType, data: Json | undefined): { type: ValueType; data: Json | undefined } {
  let type = root;
  let found = data;
  for (const name of pointer.split('/').slice(1)) {
    if (type.kind === 'list') {
      type = type.of;
      found = (found as readonly Json[] | undefined)?.[Number(name)];
    } else if (type.kind === 'group') {
      type = type.members[name] ?? type;
      found = (found as Record<string, Json> | undefined)?.[name];
    }
  }
  return { type, data: found };
}

/** A value as JSON: lists and groups unfolded, unknown elements as `"unknown"`. */
export function jsonOf(value: Value): Json {
  if (value === undefined) return 'unknown';
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null) {
    if ('kind' in value && value.kind === 'list') {
      return Array.from({ length: value.length() }, (_, index) => jsonOf(value.at(index)));
    }
    return 'a group';
  }
  return value as Json;
}
