import { evaluate } from '../../expression/evaluate.ts';
import type { Expression } from '../../expression/tree.ts';
import { unanswered } from '../../run/unanswered.ts';
import { partsOf } from '../constants.ts';
import { constant, type Term } from './term.ts';

/** The value of an expression that reads nothing; `undefined` for all others. */
export function constantOf(tree: Expression): Term | undefined {
  if (!isConstant(tree)) return undefined;
  const value = evaluate(tree, unanswered);
  return typeof value === 'object' && value !== null ? undefined : constant(value ?? null);
}

function isConstant(tree: Expression): boolean {
  if (tree[0] === 'get' || tree[0] === 'macro') return false;
  // The day, and public holidays, come from outside.
  if (tree[0] === 'call' && ['today', 'age', 'workingDays'].includes(tree[1])) return false;
  return partsOf(tree).every(isConstant);
}
