import type { Expression } from '../../expression/tree.ts';
import type { Domain } from './cell.ts';
import { domainOf } from './leaf.ts';
import type { Model } from './model.ts';
import { placeOf, type Scope } from './scope.ts';

/** Between which numbers a value lies, and whether it is whole. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

const endless: Range = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, whole: false };

/** Deeper expressions may give any number. */
const deepest = 30;

/** Between which numbers the result of arithmetic lies, by the limits of the fields it reads. Unknown results aside. */
export function rangeOf(model: Model, tree: Expression, scope: Scope, depth = 0): Range {
  if (depth > deepest) return endless;
  const next = (part: Expression, inner = scope) => rangeOf(model, part, inner, depth + 1);
  switch (tree[0]) {
    case 'literal':
      return typeof tree[1] === 'number' ? exactly(tree[1]) : endless;
    case 'negate':
      return negative(next(tree[1]));
    case 'add':
      return sum(next(tree[1]), next(tree[2]));
    case 'subtract':
      return sum(next(tree[1]), negative(next(tree[2])));
    case 'multiply':
      return product(next(tree[1]), next(tree[2]));
    case 'choose':
      return union(next(tree[2]), next(tree[3]));
    case 'get':
      return rangeOfName(model, tree, scope, depth);
    case 'call':
      return rangeOfCall(model, tree, scope, next);
    default:
      return endless;
  }
}

function rangeOfName(
  model: Model,
  tree: Expression & readonly ['get', ...unknown[]],
  scope: Scope,
  depth: number,
): Range {
  const [, base, path] = tree;
  if (base.base === 'define' && path.length === 0) {
    const define = model.program.defines[base.name];
    return define
      ? rangeOf(model, define, { self: '', instance: undefined, variables: new Map() }, depth + 1)
      : endless;
  }
  if (base.base === 'index') return { least: 0, most: Number.POSITIVE_INFINITY, whole: true };
  const meaning = placeOf(model, tree, scope);
  if (meaning.kind !== 'handle' || meaning.handle.node.kind !== 'leaf') return endless;
  return ofDomain(domainOf(model, meaning.handle.node, undefined));
}

function ofDomain({ kind, values, least, most, whole = false }: Domain): Range {
  if (values) {
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length !== values.length || numbers.length === 0) return endless;
    return { least: Math.min(...numbers), most: Math.max(...numbers), whole: numbers.every(Number.isInteger) };
  }
  if (kind !== 'number') return endless;
  return { least: least ?? endless.least, most: most ?? endless.most, whole };
}

function rangeOfCall(
  model: Model,
  [, name, args]: Expression & readonly ['call', ...unknown[]],
  scope: Scope,
  next: (part: Expression, inner?: Scope) => Range,
): Range {
  const [first, second] = args;
  if (!first) return endless;
  switch (name) {
    case 'count':
    case 'size':
      return { least: 0, most: mostEntries(model, first, scope), whole: true };
    case 'or':
      return second ? union(next(first), next(second)) : endless;
    case 'sum': {
      const elements = rangeOfElements(model, first, scope, next);
      const count = mostEntries(model, first, scope);
      return added(product(elements, { least: 0, most: count, whole: true }), elements.whole);
    }
    case 'min':
    case 'max':
      return rangeOfElements(model, first, scope, next);
    default:
      return endless;
  }
}

/** Between which numbers the elements of a list lie. */
function rangeOfElements(
  model: Model,
  list: Expression,
  scope: Scope,
  next: (part: Expression, inner?: Scope) => Range,
): Range {
  if (list[0] === 'listLiteral')
    return list[1].map((one) => next(one)).reduce(union, { least: Infinity, most: -Infinity, whole: true });
  if (list[0] !== 'macro' || list[1] !== 'map') return endless;
  const entries = list[2][0] === 'macro' && list[2][1] === 'filter' ? list[2][2] : list[2];
  const meaning = entries[0] === 'get' ? placeOf(model, entries, scope) : undefined;
  if (meaning?.kind !== 'handle' || meaning.handle.node.kind !== 'list') return endless;
  const { node, instance } = meaning.handle;
  const variables = new Map(scope.variables).set(list[3], { kind: 'handle', handle: { node: node.item, instance } });
  return next(list[4], { ...scope, variables });
}

/** So many elements a list has at most. */
function mostEntries(model: Model, list: Expression, scope: Scope): number {
  if (list[0] === 'listLiteral') return list[1].length;
  if (list[0] === 'macro') return mostEntries(model, list[2], scope);
  const meaning = list[0] === 'get' ? placeOf(model, list, scope) : undefined;
  if (meaning?.kind !== 'handle') return Number.POSITIVE_INFINITY;
  const { node } = meaning.handle;
  if (node.kind === 'list') return node.maxItems ?? Number.POSITIVE_INFINITY;
  return node.kind === 'leaf' && node.type === 'array' && node.options ? node.options.length : Number.POSITIVE_INFINITY;
}

function exactly(value: number): Range {
  return { least: value, most: value, whole: Number.isInteger(value) };
}

function negative({ least, most, whole }: Range): Range {
  return { least: 0 - most, most: 0 - least, whole };
}

export function sum(left: Range, right: Range): Range {
  return { least: left.least + right.least, most: left.most + right.most, whole: left.whole && right.whole };
}

export function product(left: Range, right: Range): Range {
  const ends = [left.least, left.most].flatMap((one) => [right.least, right.most].map((other) => times(one, other)));
  return { least: Math.min(...ends), most: Math.max(...ends), whole: left.whole && right.whole };
}

/** What is added up one by one may differ from the product in the last digits. */
function added({ least, most }: Range, whole: boolean): Range {
  if (whole) return { least, most, whole };
  const margin = 1e-9;
  return { least: least - Math.abs(least) * margin, most: most + Math.abs(most) * margin, whole };
}

/** Nothing times without end is nothing: the ends of a range are reached or come near. */
function times(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

function union(left: Range, right: Range): Range {
  return {
    least: Math.min(left.least, right.least),
    most: Math.max(left.most, right.most),
    whole: left.whole && right.whole,
  };
}
