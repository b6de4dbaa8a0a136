import { errorMessage } from '@schalter/definition';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/compile/expression.ts';
import type { ExpressionScope, ValueType } from '../../src/compile/expression-scope.ts';
import type { GroupType } from '../../src/compile/expression-types.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import { functions } from '../../src/expression/functions/index.ts';
import type { Expression } from '../../src/expression/tree.ts';
import { jsonOf, plainEnvironment, scopeAt, typeOfShape } from './plain-environment.ts';
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

describe('the tables', () => {
  const cases = [...valueTables.values()].flatMap((table) => table.cases);

  it.each([...functions.keys()])('have cases for %s, unanswered arguments among them', (name) => {
    const own = cases.filter(({ expression }) => new RegExp(`\\b${name}\\(`).test(expression));
    expect(own.length).toBeGreaterThan(1);
    if (name === 'today') return;
    const meetNothing = ({ expects, unknown, data }: (typeof cases)[number]) =>
      unknown === true || expects === null || JSON.stringify(data).includes('null') || JSON.stringify(data) === '{}';
    expect(own.some(meetNothing)).toBe(true);
  });

  it.each([
    ...['&&', '||', '!', '==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '%', '?', '['],
    ...['.all(', '.exists(', '.exists_one(', '.map(', '.filter('],
  ])('have cases for %s', (operator) => {
    expect(cases.some(({ expression }) => expression.includes(operator))).toBe(true);
  });

  it('say what they expect, once', () => {
    for (const { name, expects, unknown } of cases) {
      expect((expects === undefined) === (unknown === true), name).toBe(true);
    }
  });

  it('name their cases apart', () => {
    for (const [file, table] of valueTables) {
      const names = table.cases.map(({ name }) => name);
      expect(new Set(names).size, file).toBe(names.length);
    }
  });
});
