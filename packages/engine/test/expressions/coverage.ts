import { evaluate } from '../../src/expression/evaluate.ts';
import { entriesOf } from '../../src/expression/lists.ts';
import { functionSignatures } from '../../src/expression/signatures.ts';
import type { Environment, Expression, Value } from '../../src/expression/tree.ts';

/*
 * Which operand and argument positions of the profile a case fills, and with what. Positions are counted from 0; the
 * receiver of a method or macro is its first.
 */

/** What stands at a position: an unanswered leaf, unknown, or a value. */
export type Filling = 'null' | 'unknown' | 'value';

/** Calls `meet` for every position of every operator, macro and function of a tree with what stands there. */
export function positionsOf(
  tree: Expression,
  environment: Environment,
  meet: (name: string, position: number, filling: Filling) => void,
): void {
  const visit = (node: Expression): void => {
    for (const [position, part] of operandsOf(node).entries()) {
      meet(nameOf(node), position, fillingOf(evaluate(part, environment)));
      visit(part);
    }
    if (node[0] !== 'macro') return;
    const [, name, list, variable, body] = node;
    const entries = entriesOf(evaluate(list, environment)) ?? [];
    for (const index of entries.keys()) {
      const written = replaced(body, variable, ['index', list, ['literal', index]]);
      meet(name, 1, fillingOf(evaluate(written, environment)));
      visit(written);
    }
  };
  visit(tree);
}

function fillingOf(value: Value): Filling {
  if (value === undefined) return 'unknown';
  return value === null ? 'null' : 'value';
}

function nameOf(node: Expression): string {
  return node[0] === 'macro' || node[0] === 'call' ? node[1] : node[0];
}

/** The parts that are evaluated where the node stands; a macro's body is evaluated for each entry. */
function operandsOf(node: Expression): readonly Expression[] {
  switch (node[0]) {
    case 'literal':
    case 'get':
      return [];
    case 'listLiteral':
      return node[1];
    case 'select':
      return [node[1]];
    case 'macro':
      return [node[2]];
    case 'call':
      // What the compiler adds is no argument.
      return node[2].slice(0, parametersOf(node[1]));
    default:
      return node.slice(1) as readonly Expression[];
  }
}

/** How many arguments a function takes, a method's receiver counted. */
export function parametersOf(name: string): number {
  const [, receiver, inner = ''] = /^(?:(\w+)\.)?\w+\((.*)\): /.exec(functionSignatures.get(name) ?? '') ?? [];
  return (receiver === undefined ? 0 : 1) + (inner === '' ? 0 : inner.split(', ').length);
}

/** A tree with another in the place of a variable. */
function replaced(node: Expression, variable: string, by: Expression): Expression {
  if (node[0] === 'get') {
    const [, base, path] = node;
    if (base.base !== 'variable' || base.name !== variable) return node;
    return path.reduce<Expression>((of, name) => ['select', of, name], by);
  }
  if (node[0] === 'literal') return node;
  const within = (part: unknown): unknown =>
    Array.isArray(part) && typeof part[0] === 'string' ? replaced(part as unknown as Expression, variable, by) : part;
  if (node[0] === 'listLiteral') return ['listLiteral', node[1].map((part) => replaced(part, variable, by))];
  if (node[0] === 'call') return ['call', node[1], node[2].map((part) => replaced(part, variable, by))];
  return node.map(within) as unknown as Expression;
}
