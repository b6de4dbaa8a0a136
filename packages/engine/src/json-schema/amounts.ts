import type { JsonObject } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import { all, always, type Condition, never, not, there } from './condition.ts';
import type { FormReader, Standing } from './form-reader.ts';
import { entrySchema, nodeAt } from './translate.ts';

type Operator = 'equal' | 'unequal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';

const opposite = {
  less: 'greaterOrEqual',
  lessOrEqual: 'greater',
  greater: 'lessOrEqual',
  greaterOrEqual: 'less',
} as const;

const mirrored = {
  less: 'greater',
  lessOrEqual: 'greaterOrEqual',
  greater: 'less',
  greaterOrEqual: 'lessOrEqual',
} as const;

/** Something that is counted: how to say that there are at least so many, and whether it is unknown while unanswered. */
interface Amount {
  readonly template: string;
  readonly atLeast: (count: number) => JsonObject;
  readonly unknownUnanswered: boolean;
}

/**
 * Compares `count(list)`, `size(list)`, `count(list.filter(…))` or `size(text)` with a constant.
 * @param flipped whether the constant stands on the left
 */
export function amountOf(
  reader: FormReader,
  operator: Operator,
  flipped: boolean,
  constant: number,
  part: Expression,
  standing: Standing,
  wanted: boolean,
): Condition | undefined {
  const amount = amountIn(reader, part, standing);
  if (!amount) return undefined;
  const known = amount.unknownUnanswered ? there(amount.template) : always;
  if (operator === 'equal' || operator === 'unequal') {
    // Never unknown: what is unknown is not the same as a number.
    const same = all(known, compare(amount, 'equal', constant));
    return (operator === 'equal') === wanted ? same : not(same);
  }
  const turned = flipped ? mirrored[operator] : operator;
  return all(known, compare(amount, wanted ? turned : opposite[turned], constant));
}

function compare(amount: Amount, operator: Exclude<Operator, 'unequal'>, constant: number): Condition {
  const least = (count: number) => (count <= 0 ? always : there(amount.template, amount.atLeast(count)));
  switch (operator) {
    case 'less':
      return not(least(Math.ceil(constant)));
    case 'lessOrEqual':
      return not(least(Math.floor(constant) + 1));
    case 'greater':
      return least(Math.floor(constant) + 1);
    case 'greaterOrEqual':
      return least(Math.ceil(constant));
    default:
      return Number.isInteger(constant) ? all(least(constant), not(least(constant + 1))) : never;
  }
}

function amountIn(reader: FormReader, tree: Expression, standing: Standing): Amount | undefined {
  if (tree[0] !== 'call' || (tree[1] !== 'count' && tree[1] !== 'size')) return undefined;
  const [argument] = tree[2];
  if (!argument) return undefined;
  if (argument[0] === 'macro' && argument[1] === 'filter') {
    const [, , list, variable, body] = argument;
    const node = nodeAt(reader, list, standing);
    const kept = entrySchema(reader, node, variable, body, standing, true);
    if (!node || kept === undefined) return undefined;
    return {
      template: node.template,
      atLeast: (minContains) => ({ contains: kept, minContains }),
      unknownUnanswered: false,
    };
  }
  const node = nodeAt(reader, argument, standing);
  if (!node || node.kind === 'group' || (node.kind === 'leaf' && (node.value || node.internal))) return undefined;
  const { template } = node;
  if (node.kind === 'list' || node.type === 'array') {
    return { template, atLeast: (minItems) => ({ minItems }), unknownUnanswered: false };
  }
  if (tree[1] !== 'size' || node.type !== 'string') return undefined;
  return { template, atLeast: (minLength) => ({ type: 'string', minLength }), unknownUnanswered: true };
}
