import { describe, expect, it } from 'vitest';
import { scopeAt, typeOfShape } from '../../test/expressions/plain-environment.ts';
import { type ValueTable, valueTables } from '../../test/expressions/tables.ts';
import { compileExpression } from '../compile/expression.ts';
import type { GroupType } from '../compile/expression-types.ts';
import { print } from './print.ts';

/** Types of a table's named expressions. */
function definesOf(table: ValueTable, root: GroupType) {
  const defines: Record<string, NonNullable<ReturnType<typeof compileExpression>['type']>> = {};
  for (const [name, text] of Object.entries(table.define ?? {})) {
    const { type } = compileExpression(text, { root, defines });
    if (type) defines[name] = type;
  }
  return defines;
}

describe.each([...valueTables])('expressions of %s', (_, table) => {
  const root = typeOfShape(table.shape) as GroupType;
  const cases = [...new Map(table.cases.map((one) => [one.expression, one])).values()];

  it('mean the same when they are written anew from their tree', () => {
    for (const { expression, ...place } of cases) {
      const scope = scopeAt(root, { ...place, defines: definesOf(table, root) });
      const { tree } = compileExpression(expression, scope);
      if (!tree) continue;
      expect(compileExpression(print(tree), scope).tree, `${expression} as ${print(tree)}`).toEqual(tree);
    }
  });
});

it('writes as authors do', () => {
  const root = typeOfShape({ a: 'string', n: 'number' } as never) as GroupType;
  const written = [
    "a == 'x' && n + 1 > 3 || !(n == 2)",
    "(n + 1) * 2 > 3 && a.startsWith('M\\'s')",
    "n > 1 ? a == 'x' : a in ['y', 'z']",
  ];
  for (const text of written) {
    const { tree } = compileExpression(text, { root, defines: {} });
    expect(tree && print(tree)).toBe(text);
  }
});
