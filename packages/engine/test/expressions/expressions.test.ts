import { readFileSync } from 'node:fs';
import { errorMessage } from '@schalter/definition';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/compile/expression.ts';
import type { ExpressionScope, ValueType } from '../../src/compile/expression-scope.ts';
import type { GroupType } from '../../src/compile/expression-types.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import { functions } from '../../src/expression/functions/index.ts';
import type { Expression } from '../../src/expression/tree.ts';
import { type Filling, parametersOf, positionsOf } from './coverage.ts';
import { type Json, jsonOf, plainEnvironment, type Shape, scopeAt, typeOfShape } from './plain-environment.ts';
import { refused, type ValueTable, valueTables, warnings } from './tables.ts';

/** Compiles and fails with the sentences of the problems. */
function compiled(text: string, scope: ExpressionScope): { tree: Expression; type: ValueType } {
  const { tree, type, problems } = compileExpression(text, scope);
  const errors = problems.filter((problem) => problem.severity === 'error');
  expect(errors.map((problem) => errorMessage(problem.code, problem.params))).toEqual([]);
  return { tree: tree as Expression, type: type as ValueType };
}

/** The named expressions of a table, each seeing those before it. */
function definesOf(table: ValueTable, root: GroupType) {
  const trees: Record<string, Expression> = {};
  const types: Record<string, ValueType> = {};
  for (const [name, text] of Object.entries(table.define ?? {})) {
    const { tree, type } = compiled(text, { root, defines: types });
    trees[name] = tree;
    types[name] = type;
  }
  return { trees, types };
}

for (const [file, table] of valueTables) {
  describe(`${file}: ${table.about}`, () => {
    const root = typeOfShape(table.shape) as GroupType;
    for (const { name, expression, data, today = table.today, expects, unknown, ...place } of table.cases) {
      it(name, () => {
        const defines = definesOf(table, root);
        const { tree, type } = compiled(expression, scopeAt(root, { ...place, defines: defines.types }));
        const environment = plainEnvironment(root, { ...place, data, today, defines: defines.trees });
        const value = evaluate(tree, environment);
        if (unknown) expect(value).toBeUndefined();
        else expect(jsonOf(value)).toEqual(expects);
        // The checker's type is the type of what comes out.
        if (typeof value === 'string') expect(['string', 'date']).toContain(type.kind);
        else if (typeof value === 'number' || typeof value === 'boolean') expect(type.kind).toBe(typeof value);
      });
    }
  });
}

for (const table of [refused, warnings]) {
  describe(table.about, () => {
    const scope = scopeAt(typeOfShape(table.shape) as GroupType, { at: table.at });
    for (const { name, expression, code, place } of table.cases) {
      it(name, () => {
        const { tree, problems } = compileExpression(expression, scope);
        const [first] = problems;
        expect(first?.code).toBe(code);
        expect(tree === undefined).toBe(table === refused);
        if (!first) return;
        // Every parameter of the sentence is filled in.
        expect(errorMessage(first.code, first.params)).not.toMatch(/\{\w+\}/);
        if (place !== undefined) expect(expression.slice(first.start, first.end)).toBe(place);
      });
    }
  });
}

/** Every position of the profile that a value can stand at, by how many operands or arguments there are. */
const positions: ReadonlyMap<string, number> = new Map([
  ...['not', 'negate', 'select'].map((name) => [name, 1] as const),
  ...['and', 'or', 'equal', 'unequal', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'].map((n) => [n, 2] as const),
  ...['add', 'subtract', 'multiply', 'divide', 'remainder', 'in', 'index', 'listLiteral'].map((n) => [n, 2] as const),
  ['choose', 3],
  ...['all', 'exists', 'exists_one', 'map', 'filter'].map((name) => [name, 2] as const),
  ...[...functions.keys()].map((name) => [name, parametersOf(name)] as const),
]);

/** A pattern is always a constant. */
const neverMissing = ['matches 1'];

describe('the tables', () => {
  const cases = [...valueTables.values()].flatMap((table) => table.cases);
  const met = new Map<string, Set<Filling>>();
  const used = new Set<string>();
  for (const table of valueTables.values()) {
    const root = typeOfShape(table.shape) as GroupType;
    const defines = definesOf(table, root);
    for (const { expression, data, today = table.today, ...place } of table.cases) {
      const { tree } = compiled(expression, scopeAt(root, { ...place, defines: defines.types }));
      const environment = plainEnvironment(root, { ...place, data, today, defines: defines.trees });
      for (const [, name = ''] of JSON.stringify(tree).matchAll(/\["(?:macro|call)","(\w+)"/g)) used.add(name);
      positionsOf(tree, environment, (name, position, filling) => {
        const key = `${name} ${position}`;
        met.set(key, (met.get(key) ?? new Set()).add(filling));
      });
    }
  }

  it.each([...positions].flatMap(([name, count]) => Array.from({ length: count }, (_, index) => `${name} ${index}`)))(
    'have a value, an unanswered and an unknown one at position %s',
    (position) => {
      const fillings: Filling[] = neverMissing.includes(position) ? ['value'] : ['null', 'unknown', 'value'];
      expect([...(met.get(position) ?? [])].sort()).toEqual(fillings);
    },
  );

  it('have no operator that this test does not know', () => {
    expect([...met.keys()].map((key) => key.split(' ')[0]).filter((name) => !positions.has(name ?? ''))).toEqual([]);
  });

  it.each([...functions.keys()])('have a case for %s', (name) => {
    expect(used).toContain(name);
  });

  it('are many', () => {
    expect(cases.length).toBeGreaterThan(300);
  });

  it('hold nothing that their page does not explain', () => {
    const page = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
    const explained = (keys: readonly string[]) =>
      keys.filter((key) => key !== '$schema' && !page.includes(`\`${key}\``));
    for (const table of [...valueTables.values(), refused, warnings]) {
      expect(explained(Object.keys(table))).toEqual([]);
      for (const one of table.cases) expect(explained(Object.keys(one))).toEqual([]);
    }
  });

  it('say what they expect, once', () => {
    for (const { name, expects, unknown } of cases) {
      expect((expects === undefined) === (unknown === true), name).toBe(true);
    }
  });

  it('have data of their shape', () => {
    for (const [file, table] of valueTables) {
      for (const { name, data } of table.cases) expect(misfits(data, table.shape), `${file}: ${name}`).toEqual([]);
    }
  });

  it('name their cases apart', () => {
    for (const [file, table] of valueTables) {
      const names = table.cases.map(({ name }) => name);
      expect(new Set(names).size, file).toBe(names.length);
    }
  });
});

/** Where data is not of its shape. */
function misfits(data: Json | undefined, shape: Shape, at = ''): string[] {
  if (data === undefined || data === null) return [];
  // What a leaf's answer is, is no matter of the shape.
  if (typeof shape === 'string') return typeof data === 'object' ? [at] : [];
  if (Array.isArray(shape)) {
    if (!Array.isArray(data)) return [at];
    return data.flatMap((entry: Json, index) => misfits(entry, shape[0] as Shape, `${at}/${index}`));
  }
  if (typeof data !== 'object' || Array.isArray(data)) return [at];
  const members = shape as { readonly [name: string]: Shape };
  return Object.entries(data).flatMap(([name, member]) => {
    const inner = members[name];
    return inner === undefined ? [`${at}/${name}`] : misfits(member as Json, inner, `${at}/${name}`);
  });
}
