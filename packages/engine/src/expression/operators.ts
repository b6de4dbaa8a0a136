import { longestText } from './functions/function.ts';
import type { Value } from './tree.ts';

/** `==`: never unknown. Unknown counts as null, and null equals only null. Dates and texts compare as texts. */
export function equal(left: Value, right: Value): boolean {
  return (left ?? null) === (right ?? null);
}

type Compare = (left: number | string, right: number | string) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  less: (left, right) => left < right,
  lessOrEqual: (left, right) => left <= right,
  greater: (left, right) => left > right,
  greaterOrEqual: (left, right) => left >= right,
};

/** Ordering of two numbers or of two texts (by UTF-16 code unit, as ISO dates need it); everything else is unknown. */
export function order(operator: string, left: Value, right: Value): boolean | undefined {
  const numbers = typeof left === 'number' && typeof right === 'number';
  const texts = typeof left === 'string' && typeof right === 'string';
  return numbers || texts ? comparisons[operator]?.(left as number, right as number) : undefined;
}

/** Arithmetic over numbers, and `+` over texts. What is no finite number (division by zero) is unknown. */
export function calculate(operator: string, left: Value, right: Value): number | string | undefined {
  if (operator === 'add' && typeof left === 'string' && typeof right === 'string') {
    return left.length + right.length <= longestText ? left + right : undefined;
  }
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const result = compute(operator, left, right);
  // `+ 0` turns the negative zero into zero.
  return Number.isFinite(result) ? result + 0 : undefined;
}

function compute(operator: string, left: number, right: number): number {
  switch (operator) {
    case 'add':
      return left + right;
    case 'subtract':
      return left - right;
    case 'multiply':
      return left * right;
    case 'divide':
      return left / right;
    default:
      return left % right;
  }
}
