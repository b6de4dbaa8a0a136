import type { Expression } from '../../expression/tree.ts';
import { type ArithmeticOperator, arithmetic } from './arithmetic.ts';
import type { Scalar } from './cell.ts';
import type { Node } from './circuit.ts';
import { constantOf } from './constant.ts';
import { leafTerm } from './leaf.ts';
import { countTerm } from './list.ts';
import { macroCondition } from './macro.ts';
import { isMember } from './member.ts';
import type { Model } from './model.ts';
import { isNumber, opaqueCondition, opaqueTerm } from './opaque.ts';
import { hasAnswer } from './relevance.ts';
import { isFalse, isTrue, isUnknown } from './result.ts';
import { type Meaning, placeOf, type Scope } from './scope.ts';
import {
  answered,
  asCondition,
  ask,
  choice,
  constant,
  deepestTerm,
  depthOf,
  equality,
  nothing,
  ofCondition,
  ordering,
  type Term,
} from './term.ts';
import { isAmong } from './value-test.ts';

/** An expression as a condition: true, false or unknown. */
export function conditionOf(model: Model, tree: Expression, scope: Scope): Node {
  const { circuit } = model;
  const condition = (part: Expression) => conditionOf(model, part, scope);
  const term = (part: Expression) => termOf(model, part, scope);
  switch (tree[0]) {
    case 'literal':
      return circuit.constant(tree[1] === true ? isTrue : tree[1] === false ? isFalse : isUnknown);
    case 'not':
      return circuit.not(condition(tree[1]));
    case 'and':
      return circuit.all([condition(tree[1]), condition(tree[2])]);
    case 'or':
      return circuit.any([condition(tree[1]), condition(tree[2])]);
    case 'choose':
      return circuit.choose(condition(tree[1]), condition(tree[2]), condition(tree[3]));
    case 'equal':
      return equality(circuit, term(tree[1]), term(tree[2]));
    case 'unequal':
      return circuit.not(equality(circuit, term(tree[1]), term(tree[2])));
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return ordering(circuit, tree[0], term(tree[1]), term(tree[2]));
    case 'in':
      return membership(model, tree[1], tree[2], scope);
    case 'macro':
      return macroCondition(model, tree, scope);
    case 'call':
      return callCondition(model, tree, scope);
    default:
      return asCondition(circuit, term(tree));
  }
}

function callCondition(model: Model, tree: Expression & readonly ['call', ...unknown[]], scope: Scope): Node {
  const [, name, args] = tree;
  const [first] = args;
  if (name === 'answered' && first) {
    const meaning = meaningOf(model, first, scope);
    if (meaning.kind === 'handle') return hasAnswer(model, meaning.handle.node, meaning.handle.instance);
    if (isValue(first)) return answered(model.circuit, termOf(model, first, scope));
  }
  return isConditionCall(name)
    ? opaqueCondition(model, tree, scope)
    : asCondition(model.circuit, termOf(model, tree, scope));
}

export const conditionCalls = new Set(['answered', 'startsWith', 'endsWith', 'contains', 'matches', 'isDate']);

function isConditionCall(name: string): boolean {
  return conditionCalls.has(name);
}

/** Whether an expression gives a single value, no list or group. */
function isValue(tree: Expression): boolean {
  return tree[0] !== 'macro' && tree[0] !== 'listLiteral' && tree[0] !== 'index' && tree[0] !== 'select';
}

/** An expression as a value. */
export function termOf(model: Model, tree: Expression, scope: Scope): Term {
  const { circuit } = model;
  switch (tree[0]) {
    case 'literal':
      return constant(tree[1]);
    case 'get':
      return namedTerm(model, tree, scope);
    case 'choose': {
      const condition = conditionOf(model, tree[1], scope);
      const otherwise = choice(circuit, circuit.holds(circuit.not(condition)), termOf(model, tree[3], scope), nothing);
      const term = choice(circuit, circuit.holds(condition), termOf(model, tree[2], scope), otherwise);
      return depthOf(term) <= deepestTerm ? term : opaqueTerm(model, tree, scope);
    }
    case 'call':
      return callTerm(model, tree, scope);
    case 'macro':
      return tree[1] === 'map' || tree[1] === 'filter' ? opaqueTerm(model, tree, scope) : condition(model, tree, scope);
    case 'not':
    case 'and':
    case 'or':
    case 'equal':
    case 'unequal':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
    case 'in':
      return condition(model, tree, scope);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'remainder':
      return constantOf(tree) ?? arithmeticTerm(model, tree, scope);
    default:
      return constantOf(tree) ?? opaqueTerm(model, tree, scope);
  }
}

function arithmeticTerm(
  model: Model,
  tree: Expression & readonly [ArithmeticOperator, ...unknown[]],
  scope: Scope,
): Term {
  const [operator, left, right] = tree;
  // `+` joins texts, too.
  if (!isNumber(model, tree, scope)) return opaqueTerm(model, tree, scope);
  const sides = [termOf(model, left, scope), termOf(model, right, scope)] as const;
  return arithmetic(model.circuit, operator, ...sides) ?? opaqueTerm(model, tree, scope);
}

function condition(model: Model, tree: Expression, scope: Scope): Term {
  return ofCondition(model.circuit, conditionOf(model, tree, scope));
}

function callTerm(model: Model, tree: Expression & readonly ['call', ...unknown[]], scope: Scope): Term {
  const [, name, args] = tree;
  const [first, second] = args;
  if (isConditionCall(name)) return condition(model, tree, scope);
  if (name === 'today') return { kind: 'variable', variable: todayVariable(model) };
  if (name === 'or' && first && second) {
    const meaning = meaningOf(model, first, scope);
    // Groups and lists are never unanswered.
    if (meaning.kind === 'handle' && meaning.handle.node.kind !== 'leaf') return opaqueTerm(model, tree, scope);
    const given = termOf(model, first, scope);
    return choice(model.circuit, answered(model.circuit, given), given, termOf(model, second, scope));
  }
  if ((name === 'count' || name === 'size') && first) {
    const meaning = meaningOf(model, first, scope);
    if (meaning.kind === 'handle' && meaning.handle.node.kind === 'list') {
      return countTerm(model, meaning.handle.node, meaning.handle.instance);
    }
    if (meaning.kind === 'handle' && meaning.handle.node.kind === 'leaf' && meaning.handle.node.type === 'array') {
      const chosen = answered(model.circuit, leafTerm(model, meaning.handle.node, meaning.handle.instance));
      return choice(model.circuit, chosen, opaqueTerm(model, tree, scope), constant(0));
    }
  }
  return constantOf(tree) ?? opaqueTerm(model, tree, scope);
}

export function todayVariable({ circuit }: Model) {
  return circuit.variable('today', () => ({ source: { kind: 'today' }, domain: { none: false, kind: 'date' } }));
}

/** What a name stands for, if the expression is one. */
export function meaningOf(model: Model, tree: Expression, scope: Scope): Meaning {
  if (tree[0] !== 'get') return { kind: 'opaque' };
  const [, base, path] = tree;
  if (base.base === 'define' && path.length === 0) {
    const define = model.program.defines[base.name];
    return define?.[0] === 'get' ? meaningOf(model, define, rootScope) : { kind: 'opaque' };
  }
  return placeOf(model, tree, scope);
}

/** Where named expressions stand. */
export const rootScope: Scope = { self: '', instance: undefined, variables: new Map() };

function namedTerm(model: Model, tree: Expression & readonly ['get', ...unknown[]], scope: Scope): Term {
  const [, base, path] = tree;
  if (base.base === 'define' && path.length === 0) return defineTerm(model, base.name);
  const meaning = placeOf(model, tree, scope);
  if (meaning.kind === 'term') return meaning.term;
  if (meaning.kind === 'handle' && meaning.handle.node.kind === 'leaf') {
    return leafTerm(model, meaning.handle.node, meaning.handle.instance);
  }
  return opaqueTerm(model, tree, scope);
}

/** The value of a named expression. */
export function defineTerm(model: Model, name: string): Term {
  const known = model.defines.get(name);
  if (known) return known;
  // Forms have no cycles; a program made by others could.
  model.defines.set(name, nothing);
  const tree = model.program.defines[name];
  const term = tree ? termOf(model, tree, rootScope) : nothing;
  model.defines.set(name, term);
  return term;
}

/** `x in [a, b]`, `x in list`; never unknown. */
function membership(model: Model, value: Expression, list: Expression, scope: Scope): Node {
  const { circuit } = model;
  if (list[0] === 'listLiteral') {
    const constants = list[1].map((one) => (one[0] === 'literal' ? one[1] : undefined));
    const term = termOf(model, value, scope);
    if (constants.every((one) => one !== undefined && one !== null)) {
      return ask(circuit, term, isAmong(constants as Scalar[]));
    }
    return circuit.any(list[1].map((one) => equality(circuit, term, termOf(model, one, scope))));
  }
  const meaning = meaningOf(model, list, scope);
  const leaf = meaning.kind === 'handle' && meaning.handle.node.kind === 'leaf' ? meaning.handle : undefined;
  if (leaf?.node.kind === 'leaf' && leaf.node.type === 'array' && value[0] === 'literal' && value[1] !== null) {
    return isMember(model, leaf.node, leaf.instance, value[1]);
  }
  return opaqueCondition(model, ['in', value, list], scope);
}
