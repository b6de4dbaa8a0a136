import { calculate } from '../../expression/operators.ts';
import type { Circuit } from './circuit.ts';
import { readsIn } from './opaque.ts';
import { product, type Range, sum } from './range.ts';
import { answered, branchesOf, choice, constant, nothing, type Term, termKey } from './term.ts';
import type { Operation } from './variable.ts';

export type ArithmeticOperator = Operation['operator'];

/** More pairs of branches are not computed one by one. */
const mostPairs = 200;

/**
 * Arithmetic over what two values can stand for: constants are computed, of all else it is known between which numbers the
 * result lies.
 * @returns `undefined` where there are too many of them
 */
export function arithmetic(circuit: Circuit, operator: ArithmeticOperator, left: Term, right: Term): Term | undefined {
  if (branchesOf(left) * branchesOf(right) > mostPairs) return undefined;
  return combine(circuit, operator, left, right);
}

function combine(circuit: Circuit, operator: ArithmeticOperator, left: Term, right: Term): Term {
  if (left.kind === 'choice') {
    const yes = combine(circuit, operator, left.yes, right);
    return choice(circuit, left.condition, yes, combine(circuit, operator, left.no, right));
  }
  if (right.kind === 'choice') {
    const yes = combine(circuit, operator, left, right.yes);
    return choice(circuit, right.condition, yes, combine(circuit, operator, left, right.no));
  }
  if (isNothing(left) || isNothing(right)) return nothing;
  if (left.kind === 'constant' && right.kind === 'constant') {
    const value = calculate(operator, left.value, right.value);
    return constant(value ?? null);
  }
  const variable = circuit.variable(`${operator} ${termKey(left)} ${termKey(right)}`, () => {
    const [one, other] = [readsIn(left), readsIn(right)];
    return {
      source: {
        kind: 'opaque',
        opaque: {
          leaves: new Set([...one.leaves, ...other.leaves]),
          lists: new Set([...one.lists, ...other.lists]),
          constants: new Set([...one.constants, ...other.constants, ...constantsOf(left), ...constantsOf(right)]),
          today: one.today || other.today,
          operation: { operator, left: operandOf(left), right: operandOf(right) },
        },
      },
      // By zero, and beyond what numbers hold, the result is unknown.
      domain: { none: true, kind: 'number', ...rangeOf(operator, left, right) },
    };
  });
  const both = circuit.all([answered(circuit, left), answered(circuit, right)]);
  return choice(circuit, both, { kind: 'variable', variable }, nothing);
}

function isNothing(term: Term): boolean {
  return term.kind === 'constant' && term.value === null;
}

function constantsOf(term: Term) {
  return term.kind === 'constant' && term.value !== null ? [term.value] : [];
}

function operandOf(term: Term): Operation['left'] {
  return term.kind === 'variable' ? term.variable : term.kind === 'constant' ? (term.value ?? 0) : 0;
}

function rangeOf(operator: ArithmeticOperator, left: Term, right: Term): Partial<Range> {
  const [one, other] = [rangeOfTerm(left), rangeOfTerm(right)];
  switch (operator) {
    case 'add':
      return sum(one, other);
    case 'subtract':
      return sum(one, { least: 0 - other.most, most: 0 - other.least, whole: other.whole });
    case 'multiply':
      return product(one, other);
    default:
      return {};
  }
}

function rangeOfTerm(term: Term): Range {
  if (term.kind === 'constant' && typeof term.value === 'number') {
    return { least: term.value, most: term.value, whole: Number.isInteger(term.value) };
  }
  const domain = term.kind === 'variable' && term.variable.domain.kind === 'number' ? term.variable.domain : undefined;
  return {
    least: domain?.least ?? Number.NEGATIVE_INFINITY,
    most: domain?.most ?? Number.POSITIVE_INFINITY,
    whole: domain?.whole ?? false,
  };
}
