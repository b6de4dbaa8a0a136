import type { Scalar } from './cell.ts';
import type { Circuit, Node } from './circuit.ts';
import { anything, decided, isFalse, isTrue, isUnknown, type Results } from './result.ts';
import { compares, equals, flipped, isAnswered, isYes, type Operator, type Test } from './value-test.ts';
import type { Variable } from './variable.ts';

/** A value, as far as it is known what decides about it. Unanswered and unknown values are `null`. */
export type Term =
  | { readonly kind: 'constant'; readonly value: Scalar | null }
  | { readonly kind: 'variable'; readonly variable: Variable }
  /** The condition is never unknown. */
  | {
      readonly kind: 'choice';
      readonly condition: Node;
      readonly yes: Term;
      readonly no: Term;
      readonly depth: number;
      readonly branches: number;
    };

export const nothing: Term = { kind: 'constant', value: null };

/** Deeper choices are not looked into. */
export const deepestTerm = 200;

export function constant(value: Scalar | null): Term {
  return value === null ? nothing : { kind: 'constant', value };
}

export function choice(circuit: Circuit, condition: Node, yes: Term, no: Term): Term {
  const possible = circuit.possible[condition];
  if (possible === isTrue) return yes;
  if (possible === isFalse) return no;
  if (yes === no) return yes;
  const branches = Math.min(branchesOf(yes) + branchesOf(no), 1_000_000);
  return { kind: 'choice', condition, yes, no, depth: Math.max(depthOf(yes), depthOf(no)) + 1, branches };
}

/** How many values a term can stand for, choices in each other counted. */
export function branchesOf(term: Term): number {
  return term.kind === 'choice' ? term.branches : 1;
}

export function depthOf(term: Term): number {
  return term.kind === 'choice' ? term.depth : 0;
}

const keys = new WeakMap<Term, string>();
let terms = 0;

/** The same text for the same term. */
export function termKey(term: Term): string {
  if (term.kind === 'constant') return JSON.stringify(term.value);
  if (term.kind === 'variable') return `v${term.variable.id}`;
  const key = keys.get(term) ?? `t${++terms}`;
  keys.set(term, key);
  return key;
}

/** A condition as a value. */
export function ofCondition(circuit: Circuit, node: Node): Term {
  const otherwise = choice(circuit, circuit.holds(circuit.not(node)), constant(false), nothing);
  return choice(circuit, circuit.holds(node), constant(true), otherwise);
}

const asked = new WeakMap<Circuit, WeakMap<Term, Map<string, Node>>>();

/** A question about one value, asked of all that a term can stand for. */
export function ask(circuit: Circuit, term: Term, test: Test): Node {
  if (term.kind === 'constant') {
    const { value } = term;
    return circuit.constant(test.of(value === null ? { kind: 'none' } : { kind: 'value', value }));
  }
  if (term.kind === 'variable') return circuit.test(term.variable, test);
  const terms = asked.get(circuit) ?? new WeakMap<Term, Map<string, Node>>();
  asked.set(circuit, terms);
  const known = terms.get(term) ?? new Map<string, Node>();
  terms.set(term, known);
  let node = known.get(test.key);
  if (node === undefined) {
    node = circuit.choose(term.condition, ask(circuit, term.yes, test), ask(circuit, term.no, test));
    known.set(test.key, node);
  }
  return node;
}

export function answered(circuit: Circuit, term: Term): Node {
  return ask(circuit, term, isAnswered);
}

/** A value as a condition: what is no yes/no answer is unknown. */
export function asCondition(circuit: Circuit, term: Term): Node {
  return ask(circuit, term, isYes);
}

/** How two values can stand to each other; `apart` when one of them is nothing, `nothing` when both are. */
export type Relation = 'less' | 'equal' | 'greater' | 'apart' | 'nothing';

const relations: readonly Relation[] = ['less', 'equal', 'greater', 'apart', 'nothing'];

/** Whether two values are equal; never unknown. */
export function equality(circuit: Circuit, left: Term, right: Term): Node {
  if (left.kind === 'constant') return isEqual(circuit, right, left.value);
  if (right.kind === 'constant') return isEqual(circuit, left, right.value);
  if (isWide(left, right)) return circuit.constant(decided);
  if (left.kind === 'choice') {
    return circuit.choose(left.condition, equality(circuit, left.yes, right), equality(circuit, left.no, right));
  }
  if (right.kind === 'choice') return equality(circuit, right, left);
  if (left.variable === right.variable) return circuit.constant(isTrue);
  return relation(circuit, left.variable, right.variable, 'equal');
}

function isEqual(circuit: Circuit, term: Term, value: Scalar | null): Node {
  return value === null ? circuit.not(answered(circuit, term)) : ask(circuit, term, equals(value));
}

/** Whether one value is less than another (and the like); unknown where one of them is. */
export function ordering(circuit: Circuit, operator: Operator, left: Term, right: Term): Node {
  if (right.kind === 'constant') return isOrdered(circuit, operator, left, right.value);
  if (left.kind === 'constant') return isOrdered(circuit, flipped[operator], right, left.value);
  if (isWide(left, right)) return circuit.constant(anything);
  if (left.kind === 'choice') {
    const { condition, yes, no } = left;
    return circuit.choose(condition, ordering(circuit, operator, yes, right), ordering(circuit, operator, no, right));
  }
  if (right.kind === 'choice') return ordering(circuit, flipped[operator], right, left);
  return relation(circuit, left.variable, right.variable, operator);
}

function isOrdered(circuit: Circuit, operator: Operator, term: Term, value: Scalar | null): Node {
  return value === null ? circuit.constant(isUnknown) : ask(circuit, term, compares(operator, value));
}

/** More pairs of values are not compared one by one: whichever way it comes out, it is not known here. */
const mostPairs = 200;

function isWide(left: Term, right: Term): boolean {
  return branchesOf(left) * branchesOf(right) > mostPairs;
}

function relation(circuit: Circuit, left: Variable, right: Variable, question: Operator | 'equal'): Node {
  const [first, second] = left.id <= right.id ? [left, right] : [right, left];
  const asked = question === 'equal' || first === left ? question : flipped[question];
  first.order();
  second.order();
  const variable = circuit.variable(`relation ${first.id} ${second.id}`, () => ({
    source: { kind: 'relation', left: first, right: second },
    domain: { none: false, kind: 'any', values: first === second ? ['equal', 'nothing'] : relations },
  }));
  return circuit.test(variable, {
    key: `relation ${asked}`,
    points: [],
    ...(asked === 'equal' ? { decided: true } : {}),
    of: (cell) => (cell.kind === 'value' ? related(asked, cell.value as Relation) : isUnknown),
  });
}

function related(question: Operator | 'equal', found: Relation): Results {
  if (question === 'equal') return found === 'equal' || found === 'nothing' ? isTrue : isFalse;
  if (found === 'apart' || found === 'nothing') return isUnknown;
  if (found === 'equal') return question === 'lessOrEqual' || question === 'greaterOrEqual' ? isTrue : isFalse;
  const up = question === 'greater' || question === 'greaterOrEqual';
  return (found === 'greater') === up ? isTrue : isFalse;
}
