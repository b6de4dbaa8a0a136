import type { JsonObject, JsonValue } from '@schalter/definition';
import { evaluate } from '../expression/evaluate.ts';
import type { Expression } from '../expression/tree.ts';
import type { DataNode, Program } from '../program.ts';
import { unanswered } from '../run/unanswered.ts';

/** A leaf that a condition reads, and what JSON Schema says about it there. */
interface Reading {
  readonly template: string;
  /** Says that the leaf is there and fits. */
  readonly schema: JsonObject;
}

/** A condition over leaves, in the words of JSON Schema: true for documents in which it is true. */
export type Condition =
  | { readonly kind: 'always' | 'never' }
  | { readonly kind: 'leaf'; readonly leaf: Reading }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** Where an expression stands: templates of `self` and of the entries around, the nearest last. */
export interface Standing {
  readonly self: string;
  readonly entries: readonly { readonly template: string; readonly as?: string }[];
}

/**
 * Translates "the expression is true" (or "is false", which is not the opposite: unknown is neither). `undefined` where
 * JSON Schema has no words for it: other than comparing one leaf with constants.
 */
export function conditionOf(
  program: Program,
  nodes: ReadonlyMap<string, DataNode>,
  tree: Expression,
  standing: Standing,
  wanted: boolean,
): Condition | undefined {
  const next = (part: Expression, is: boolean) => conditionOf(program, nodes, part, standing, is);
  const leafAt = (part: Expression): { template: string; node: DataNode & { kind: 'leaf' } } | undefined => {
    const template = templateOf(part, standing);
    const node = template === undefined ? undefined : nodes.get(template);
    // API clients may leave computed values out: nothing can be told from their absence. Internal ones are never sent.
    return node?.kind === 'leaf' && !node.value && !node.internal ? { template: node.template, node } : undefined;
  };
  const says = (part: Expression, schema: JsonObject): Condition | undefined => {
    const leaf = leafAt(part);
    return leaf && { kind: 'leaf', leaf: { template: leaf.template, schema } };
  };
  const not = (of: Condition | undefined): Condition | undefined => of && { kind: 'not', of };
  const signed = (of: Condition | undefined): Condition | undefined => (wanted ? of : not(of));

  if (isConstant(tree)) return { kind: evaluate(tree, unanswered) === wanted ? 'always' : 'never' };
  switch (tree[0]) {
    case 'not':
      return next(tree[1], !wanted);
    case 'and':
    case 'or': {
      const parts = [next(tree[1], wanted), next(tree[2], wanted)];
      const [left, right] = parts;
      if (!left || !right) return undefined;
      return { kind: (tree[0] === 'and') === wanted ? 'all' : 'any', of: [left, right] };
    }
    case 'choose': {
      const parts = [next(tree[1], true), next(tree[2], wanted), next(tree[1], false), next(tree[3], wanted)];
      const [yes, then, no, otherwise] = parts;
      if (!yes || !then || !no || !otherwise) return undefined;
      return {
        kind: 'any',
        of: [
          { kind: 'all', of: [yes, then] },
          { kind: 'all', of: [no, otherwise] },
        ],
      };
    }
    case 'get':
      if (tree[1].base === 'define' && tree[2].length === 0) {
        const define = program.defines[tree[1].name];
        return define && conditionOf(program, nodes, define, { self: '', entries: [] }, wanted);
      }
      return leafAt(tree)?.node.type === 'boolean' ? says(tree, { const: wanted }) : undefined;
    case 'equal':
    case 'unequal': {
      const [part, constant] = sides(tree[1], tree[2]);
      if (!part || !constant || leafAt(part)?.node.type === 'array') return undefined;
      const is = constant.value === null ? not(says(part, {})) : says(part, { const: constant.value });
      return (tree[0] === 'equal') === wanted ? is : not(is);
    }
    case 'in': {
      const list = tree[2];
      if (list[0] === 'listLiteral') {
        const values = list[1].map((one) => (one[0] === 'literal' ? one[1] : undefined));
        if (values.some((value) => value === undefined || value === null)) return undefined;
        return signed(says(tree[1], { enum: values as JsonValue[] }));
      }
      if (tree[1][0] !== 'literal' || tree[1][1] === null || leafAt(list)?.node.type !== 'array') return undefined;
      return signed(says(list, { contains: { const: tree[1][1] } }));
    }
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return orderOf(tree, wanted, says);
    case 'call': {
      const [argument] = tree[2];
      if (tree[1] !== 'answered' || !argument) return undefined;
      return signed(says(argument, {}));
    }
    default:
      return undefined;
  }
}

/** Whether an expression reads nothing at all. */
function isConstant(tree: unknown): boolean {
  if (!Array.isArray(tree)) return true;
  const [kind, name] = tree as unknown[];
  if (kind === 'get' || (kind === 'call' && (name === 'today' || name === 'age'))) return false;
  return kind === 'literal' || tree.every(isConstant);
}

type Ordering = Extract<Expression, readonly ['less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual', ...unknown[]]>;

/** Comparison of a number with a constant. Dates compare as text: JSON Schema has no words for that. */
function orderOf(
  tree: Ordering,
  wanted: boolean,
  says: (part: Expression, schema: JsonObject) => Condition | undefined,
): Condition | undefined {
  const [operator, left, right] = tree;
  const flipped = left[0] === 'literal';
  const [part, constant] = sides(left, right);
  if (!part || typeof constant?.value !== 'number') return undefined;
  const greater = (operator === 'greater' || operator === 'greaterOrEqual') !== flipped;
  const orEqual = operator === 'lessOrEqual' || operator === 'greaterOrEqual';
  // What is false is the other side of the constant; an unanswered leaf is on neither.
  const up = greater === wanted;
  const closed = orEqual === wanted;
  const keyword = up ? (closed ? 'minimum' : 'exclusiveMinimum') : closed ? 'maximum' : 'exclusiveMaximum';
  return says(part, { type: 'number', [keyword]: constant.value });
}

type Constant = { readonly value: null | boolean | number | string };

function sides(left: Expression, right: Expression): [Expression?, Constant?] {
  if (right[0] === 'literal') return [left, { value: right[1] }];
  if (left[0] === 'literal') return [right, { value: left[1] }];
  return [];
}

function templateOf(tree: Expression, { self, entries }: Standing): string | undefined {
  if (tree[0] !== 'get') return undefined;
  const [, base, path] = tree;
  const join = (start: string) => [start, ...path].join('/');
  if (base.base === 'root') return join('');
  if (base.base === 'self') return join(self);
  if (base.base !== 'item') return undefined;
  const entry = base.as === undefined ? entries.at(-1) : entries.find(({ as }) => as === base.as);
  return entry && join(entry.template);
}

/** All leaves a condition reads. */
export function templatesIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'leaf':
      return [condition.leaf.template];
    case 'not':
      return templatesIn(condition.of);
    case 'all':
    case 'any':
      return condition.of.flatMap(templatesIn);
    default:
      return [];
  }
}

/** The condition as a schema of the group at a template, below which all its leaves lie. */
export function schemaOf(condition: Condition, level: string): JsonObject | boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'leaf': {
      const { template, schema } = condition.leaf;
      return within(template.slice(level.length + 1).split('/'), schema);
    }
    case 'not':
      return { not: schemaOf(condition.of, level) };
    case 'all':
      return { allOf: condition.of.map((part) => schemaOf(part, level)) };
    default:
      return { anyOf: condition.of.map((part) => schemaOf(part, level)) };
  }
}

/** The member at a path is there and fits a schema. */
function within(path: readonly string[], schema: JsonObject): JsonObject {
  return path.reduceRight<JsonObject>(
    (inner, name) => ({
      required: [name],
      ...(Object.keys(inner).length > 0 ? { properties: { [name]: inner } } : {}),
    }),
    schema,
  );
}
