import type { JsonObject, JsonValue } from '@schalter/definition';
import { evaluate } from '../expression/evaluate.ts';
import type { Expression } from '../expression/tree.ts';
import type { DataNode, GroupNode, LeafNode } from '../program.ts';
import { unanswered } from '../run/unanswered.ts';
import { amountOf } from './amounts.ts';
import { all, always, any, type Condition, never, not, schemaOf, templatesIn, there } from './condition.ts';
import { atRoot, type FormReader, membersOf, type Standing } from './form-reader.ts';
import { relevanceWithin } from './relevance.ts';

type Result = Condition | undefined;

/**
 * Translates "the expression is true" (or "is false", which is not the opposite: unknown is neither). `undefined` where
 * JSON Schema has no words for it.
 */
export function conditionOf(reader: FormReader, tree: Expression, standing: Standing, wanted: boolean): Result {
  const next = (part: Expression, is: boolean) => conditionOf(reader, part, standing, is);
  if (isConstant(tree)) return evaluate(tree, unanswered) === wanted ? always : never;
  switch (tree[0]) {
    case 'not':
      return next(tree[1], !wanted);
    case 'and':
    case 'or':
      return both((tree[0] === 'and') === wanted ? all : any, next(tree[1], wanted), next(tree[2], wanted));
    case 'choose':
      return both(
        any,
        both(all, next(tree[1], true), next(tree[2], wanted)),
        both(all, next(tree[1], false), next(tree[3], wanted)),
      );
    case 'get':
      return truth(reader, tree, standing, wanted);
    case 'equal':
    case 'unequal':
      return equality(reader, tree, standing, wanted);
    case 'in':
      return membership(reader, tree, standing, wanted);
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return order(reader, tree, standing, wanted);
    case 'macro':
      return overEntries(reader, tree, standing, wanted);
    case 'call': {
      const [argument] = tree[2];
      return tree[1] === 'answered' && argument ? signed(answered(reader, argument, standing), wanted) : undefined;
    }
    default:
      return undefined;
  }
}

function both(join: (...parts: Condition[]) => Condition, left: Result, right: Result): Result {
  return left && right && join(left, right);
}

function signed(condition: Result, wanted: boolean): Result {
  return condition && (wanted ? condition : not(condition));
}

/** Whether an expression reads nothing at all. */
function isConstant(tree: unknown): boolean {
  if (!Array.isArray(tree)) return true;
  const [kind, name] = tree as unknown[];
  if (kind === 'get' || (kind === 'call' && (name === 'today' || name === 'age'))) return false;
  return kind === 'literal' || tree.every(isConstant);
}

/** What a path of names leads to. */
export function nodeAt(reader: FormReader, tree: Expression, standing: Standing): DataNode | undefined {
  const template = templateOf(tree, standing);
  return template === undefined ? undefined : reader.nodes.get(template);
}

function templateOf(tree: Expression, { self, entries, variables }: Standing): string | undefined {
  if (tree[0] !== 'get') return undefined;
  const [, base, path] = tree;
  const join = (start: string) => [start, ...path].join('/');
  if (base.base === 'root') return join('');
  if (base.base === 'self') return join(self);
  if (base.base === 'variable') {
    const start = variables?.get(base.name);
    return start === undefined ? undefined : join(start);
  }
  if (base.base !== 'item') return undefined;
  const entry = base.as === undefined ? entries.at(-1) : entries.find(({ as }) => as === base.as);
  return entry && join(entry.template);
}

/** A leaf whose answer is in the submission: computed ones may be left out, internal ones are never sent. */
function sentLeaf(reader: FormReader, tree: Expression, standing: Standing): LeafNode | undefined {
  const node = nodeAt(reader, tree, standing);
  return node?.kind === 'leaf' && !node.value && !node.internal ? node : undefined;
}

/** A name alone: a yes/no question, one that is computed, a named condition. */
function truth(reader: FormReader, tree: Expression & readonly ['get', ...unknown[]], standing: Standing, is: boolean) {
  const [, base, path] = tree;
  if (base.base === 'define' && path.length === 0) {
    const define = reader.program.defines[base.name];
    return define && conditionOf(reader, define, atRoot, is);
  }
  const node = nodeAt(reader, tree, standing);
  if (node?.kind !== 'leaf' || node.type !== 'boolean') return undefined;
  if (node.value) return computedTruth(reader, node, is);
  return node.internal ? undefined : there(node.template, { const: is });
}

/** A computed yes or no: it may be left out of a submission, but not what it is computed from. */
export function computedTruth(reader: FormReader, node: LeafNode, is: boolean): Result {
  if (!node.value || node.type !== 'boolean' || node.options || reader.constrained.has(node.template)) return undefined;
  return both(all, relevanceWithin(reader, node), conditionOf(reader, node.value, reader.standing(node), is));
}

type Equality = Extract<Expression, readonly ['equal' | 'unequal', ...unknown[]]>;

function equality(reader: FormReader, tree: Equality, standing: Standing, wanted: boolean): Result {
  const [part, constant] = sides(tree[1], tree[2]);
  if (!part || !constant) return undefined;
  const same = (tree[0] === 'equal') === wanted;
  const node = nodeAt(reader, part, standing);
  const { value } = constant;
  if (node?.kind === 'leaf' && node.value && node.type === 'boolean') {
    const yes = computedTruth(reader, node, true);
    const no = computedTruth(reader, node, false);
    if (value === null) return signed(yes && no && not(any(yes, no)), same);
    return typeof value === 'boolean' ? signed(value ? yes : no, same) : undefined;
  }
  const leaf = sentLeaf(reader, part, standing);
  if (!leaf || leaf.type === 'array')
    return typeof value === 'number' ? amount(reader, tree, standing, wanted) : undefined;
  return signed(value === null ? not(there(leaf.template)) : there(leaf.template, { const: value }), same);
}

function membership(
  reader: FormReader,
  [, value, list]: Extract<Expression, readonly ['in', ...unknown[]]>,
  standing: Standing,
  wanted: boolean,
): Result {
  if (list[0] === 'listLiteral') {
    const leaf = sentLeaf(reader, value, standing);
    const values = list[1].map((one) => (one[0] === 'literal' ? one[1] : undefined));
    if (!leaf || leaf.type === 'array' || values.some((one) => one === undefined || one === null)) return undefined;
    return signed(there(leaf.template, { enum: values as JsonValue[] }), wanted);
  }
  if (value[0] !== 'literal' || value[1] === null) return undefined;
  const node = nodeAt(reader, list, standing);
  const holds = node?.kind === 'list' ? node.item.kind === 'leaf' : sentLeaf(reader, list, standing)?.type === 'array';
  return node && holds ? signed(there(node.template, { contains: { const: value[1] } }), wanted) : undefined;
}

type Ordering = Extract<Expression, readonly ['less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual', ...unknown[]]>;

/** Comparison with a number. Dates and texts compare as text: JSON Schema has no words for that. */
function order(reader: FormReader, tree: Ordering, standing: Standing, wanted: boolean): Result {
  const [operator, left, right] = tree;
  const flipped = left[0] === 'literal';
  const [part, constant] = sides(left, right);
  if (!part || typeof constant?.value !== 'number') return undefined;
  const leaf = sentLeaf(reader, part, standing);
  if (!leaf) return amount(reader, tree, standing, wanted);
  const greater = (operator === 'greater' || operator === 'greaterOrEqual') !== flipped;
  const orEqual = operator === 'lessOrEqual' || operator === 'greaterOrEqual';
  // What is false is the other side of the constant; an unanswered leaf is on neither.
  const up = greater === wanted;
  const closed = orEqual === wanted;
  const keyword = up ? (closed ? 'minimum' : 'exclusiveMinimum') : closed ? 'maximum' : 'exclusiveMaximum';
  return there(leaf.template, { type: 'number', [keyword]: constant.value });
}

/** Comparison of how many entries there are, or how long a text is, with a number. */
function amount(reader: FormReader, tree: Equality | Ordering, standing: Standing, wanted: boolean): Result {
  const [part, constant] = sides(tree[1], tree[2]);
  if (!part || typeof constant?.value !== 'number') return undefined;
  return amountOf(reader, tree[0], tree[1][0] === 'literal', constant.value, part, standing, wanted);
}

type Constant = { readonly value: null | boolean | number | string };

function sides(left: Expression, right: Expression): [Expression?, Constant?] {
  if (right[0] === 'literal') return [left, { value: right[1] }];
  if (left[0] === 'literal') return [right, { value: left[1] }];
  return [];
}

/** `exists`, `all` and `exists_one` over the entries of a list of the answers. */
function overEntries(
  reader: FormReader,
  [, name, list, variable, body]: Extract<Expression, readonly ['macro', ...unknown[]]>,
  standing: Standing,
  wanted: boolean,
): Result {
  const node = nodeAt(reader, list, standing);
  const yes = entrySchema(reader, node, variable, body, standing, true);
  const no = entrySchema(reader, node, variable, body, standing, false);
  if (!node || yes === undefined || no === undefined) return undefined;
  const has = (schema: JsonObject) => there(node.template, schema);
  const empty = not(there(node.template));
  switch (name) {
    case 'exists':
      return wanted ? has({ contains: yes }) : any(empty, has({ items: no }));
    case 'all':
      return wanted ? any(empty, has({ items: yes })) : has({ contains: no });
    case 'exists_one': {
      const one = has({ contains: yes, minContains: 1, maxContains: 1 });
      const known = has({ items: { anyOf: [yes, no] } });
      return wanted ? all(one, known) : any(empty, all(known, not(one)));
    }
    default:
      return undefined;
  }
}

/** What an entry has to be so that a condition over it is true (or false), where the condition is about it alone. */
export function entrySchema(
  reader: FormReader,
  list: DataNode | undefined,
  variable: string,
  body: Expression,
  standing: Standing,
  wanted: boolean,
): JsonObject | boolean | undefined {
  if (list?.kind !== 'list') return undefined;
  const { template } = list.item;
  const variables = new Map(standing.variables).set(variable, template);
  const condition = conditionOf(reader, body, { ...standing, variables }, wanted);
  if (!condition) return undefined;
  const alone = templatesIn(condition).every(
    (one) => one === template || (one.startsWith(`${template}/`) && !one.slice(template.length).includes('*')),
  );
  return alone ? schemaOf(condition, template) : undefined;
}

function answered(reader: FormReader, tree: Expression, standing: Standing): Result {
  const node = nodeAt(reader, tree, standing);
  if (node?.kind !== 'leaf') return node && answeredIn(reader, node);
  if (node.internal) return undefined;
  // Asked about alone, a computed value counts.
  return node.value
    ? both(any, computedTruth(reader, node, true), computedTruth(reader, node, false))
    : there(node.template);
}

/** Whether anything in a node is answered: computed values do not count. */
export function answeredIn(reader: FormReader, node: DataNode): Result {
  if (node.kind === 'leaf') return node.value || node.internal ? never : there(node.template);
  if (node.kind === 'group') return anyAnswered(reader, node);
  if (node.item.kind === 'leaf') return there(node.template);
  const inner = anyAnswered(reader, node.item);
  const { template } = node.item;
  // Lists inside are read as such.
  if (!inner || templatesIn(inner).some((one) => one.slice(template.length).includes('*'))) return undefined;
  return there(node.template, { contains: schemaOf(inner, template) });
}

function anyAnswered(reader: FormReader, group: GroupNode): Result {
  let found: Result = never;
  for (const member of membersOf(group)) found = both(any, found, answeredIn(reader, member));
  return found;
}
