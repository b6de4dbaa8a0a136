import type { Expression } from '../../expression/tree.ts';

/** An expression with another one in place of a macro's variable. */
export function substitute(tree: Expression, variable: string, by: Expression): Expression {
  const next = (part: Expression) => substitute(part, variable, by);
  switch (tree[0]) {
    case 'literal':
      return tree;
    case 'get': {
      const [, base, path] = tree;
      if (base.base !== 'variable' || base.name !== variable) return tree;
      if (by[0] === 'get') return ['get', by[1], [...by[2], ...path]];
      return path.reduce<Expression>((of, name) => ['select', of, name], by);
    }
    case 'listLiteral':
      return ['listLiteral', tree[1].map(next)];
    case 'select':
      return ['select', next(tree[1]), tree[2]];
    case 'macro':
      return ['macro', tree[1], next(tree[2]), tree[3], next(tree[4])];
    case 'call':
      return ['call', tree[1], tree[2].map(next)];
    default:
      // Operators: every part is an expression.
      return [tree[0], ...tree.slice(1).map((part) => next(part as Expression))] as unknown as Expression;
  }
}
