import type { JsonObject, JsonValue } from '@schalter/definition';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/compile/expression.ts';
import type { ValueType } from '../../src/compile/expression-scope.ts';
import type { GroupType } from '../../src/compile/expression-types.ts';
import { equal } from '../../src/evaluate/equal.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import type { Expression } from '../../src/expression/tree.ts';
import { germanHolidays } from '../../src/holidays/germany.ts';
import { createStore, type Store } from '../../src/run/store.ts';
import { type Compiled, program } from '../support.ts';
import { type Json, jsonOf, type Shape, scopeAt, typeOfShape } from './plain-environment.ts';
import { type ValueCase, type ValueTable, valueTables } from './tables.ts';

/*
 * The same tables over the answers of a running form: what holds over plain data holds in the engine.
 */

/** The schema of a shape; `as` names the entries of lists of groups at the root. */
function schemaOf(shape: Shape, name: string, as?: string): JsonObject {
  if (typeof shape === 'string') {
    if (shape === 'date') return { type: 'string', format: 'date', title: name };
    if (shape === 'richtext') return { type: 'string', control: 'rich-text', title: name };
    return { type: shape, title: name };
  }
  if (Array.isArray(shape)) {
    const items = schemaOf(shape[0] as Shape, name);
    return { type: 'array', title: name, items, ...(as !== undefined && items.type === 'object' ? { as } : {}) };
  }
  const members = Object.entries(shape as { readonly [name: string]: Shape });
  return {
    type: 'object',
    title: name,
    properties: Object.fromEntries(members.map(([member, inner]) => [member, schemaOf(inner, member, as)])),
  };
}

const compiled = new Map<string, Compiled>();

function formOf(table: ValueTable, as: string | undefined): Compiled {
  const key = JSON.stringify([table.shape, table.define, as]);
  const known =
    compiled.get(key) ??
    program({
      data: schemaOf(table.shape, 'Formular', as),
      define: table.define ?? {},
      steps: [{ id: 'seite', title: 'Seite', fields: Object.keys(table.shape).map((name) => `/${name}`) }],
    });
  compiled.set(key, known);
  return known;
}

/** Data as the engine keeps it: nothing unanswered, nothing empty but entries. */
function kept(data: JsonValue, inList = false): JsonValue | undefined {
  if (Array.isArray(data)) return data.length === 0 ? undefined : data.map((entry) => kept(entry, true) ?? null);
  if (typeof data !== 'object' || data === null) return data ?? undefined;
  const members = Object.entries(data).flatMap(([name, member]) => {
    const value = kept(member as JsonValue);
    return value === undefined ? [] : [[name, value] as const];
  });
  return members.length > 0 || inList ? Object.fromEntries(members) : undefined;
}

/** Whether a running form can hold the data: answers are trimmed, and blank rows of plain values do not count. */
function canHold(data: Json, answers: JsonObject): boolean {
  const blankRow = /\[(?:[^[\]{}]*,)?null[,\]]/;
  return equal(kept(data as JsonValue) ?? {}, answers) && !blankRow.test(JSON.stringify(answers));
}

/** The types of a table's named expressions, each seeing those before it. */
function defineTypes(table: ValueTable, root: GroupType): Record<string, ValueType> {
  const types: Record<string, ValueType> = {};
  for (const [name, text] of Object.entries(table.define ?? {})) {
    types[name] = compileExpression(text, { root, defines: types }).type as ValueType;
  }
  return types;
}

/** Runs something over a store that holds the data of a case. */
function held<T>(table: ValueTable, { data, today = table.today, as }: ValueCase, run: (store: Store) => T): T {
  const { program: form, validate } = formOf(table, as);
  const store = createStore(form, { validate, today, answers: data as JsonObject, holidays: germanHolidays });
  try {
    return run(store);
  } finally {
    store.dispose();
  }
}

const all = [...valueTables].flatMap(([file, table]) => table.cases.map((one) => ({ file, table, one })));
const possible = all.filter(({ table, one }) => held(table, one, (store) => canHold(one.data, store.kept())));

describe('in a running form', () => {
  it('nearly all of the tables can be met', () => {
    expect(possible.length).toBeGreaterThan(0.95 * all.length);
  });

  it.each(possible.map((each) => [`${each.file}: ${each.one.name}`, each] as const))('%s', (_, { table, one }) => {
    const { expression, expects, unknown, at = '', as } = one;
    const root = typeOfShape(table.shape) as GroupType;
    const scope = scopeAt(root, { at, ...(as ? { as } : {}), defines: defineTypes(table, root) });
    const { tree } = compileExpression(expression, scope);
    held(table, one, (store) => {
      const place = store.find(at);
      const group = place?.kind === 'group' ? place : store.root;
      const value = evaluate(tree as Expression, group.environment());
      if (unknown) expect(value).toBeUndefined();
      else expect(jsonOf(value)).toEqual(expects);
    });
  });
});
