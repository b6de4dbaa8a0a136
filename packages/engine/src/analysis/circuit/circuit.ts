import type { Domain } from './cell.ts';
import { anything, decided, isFalse, isTrue, isUnknown, negated, type Results } from './result.ts';
import { isAnswered, type Test } from './value-test.ts';
import { type Source, Variable } from './variable.ts';

/** A condition in a circuit: its number. What it is made of has lower numbers. */
export type Node = number;

export type Operation = 'constant' | 'test' | 'not' | 'holds' | 'all' | 'any' | 'choose';

/** Wider conjunctions are made of several, so that a change looks at a few parts. */
const width = 8;

/**
 * The conditions of a form as one circuit over its variables: what is written twice stands once, so that relevance which
 * many fields share is looked at once. Every node knows which results it can have at all.
 */
export class Circuit {
  readonly operations: Operation[] = [];
  readonly parts: (readonly Node[])[] = [];
  /** Which results a node can have, whatever the variables are. */
  readonly possible: Results[] = [];
  /** Of a test. */
  readonly variableOf: (Variable | undefined)[] = [];
  readonly testOf: number[] = [];
  readonly variables: Variable[] = [];
  readonly #known = new Map<string, Node>();
  readonly #byKey = new Map<string, Variable>();

  /** The variable of a key, made where it is new. */
  variable(key: string, make: () => { readonly source: Source; readonly domain: Domain }): Variable {
    const known = this.#byKey.get(key);
    if (known) return known;
    const { source, domain } = make();
    const variable = new Variable(this.variables.length, source, domain);
    this.variables.push(variable);
    this.#byKey.set(key, variable);
    if (source.kind === 'relation') {
      source.left.relations.push(variable);
      source.right.relations.push(variable);
    }
    return variable;
  }

  constant(results: Results): Node {
    return this.#node('constant', [], results, `c${results}`);
  }

  test(variable: Variable, test: Test): Node {
    if (test === isAnswered && !variable.domain.none) return this.constant(isTrue);
    const position = variable.add(test);
    // A question that comes after its values were told apart: nothing is known about it.
    if (position === undefined) return this.constant(test.decided ? decided : anything);
    const known = variable.nodes[position];
    if (known !== undefined) return known;
    const node = this.#node('test', [], test.decided ? decided : anything, undefined, variable, position);
    variable.nodes[position] = node;
    return node;
  }

  not(part: Node): Node {
    const results = negated(this.#possible(part));
    return this.#folded(results) ?? this.#node('not', [part], results, `n${part}`);
  }

  /** True where a condition is true, false where it is false or unknown. */
  holds(part: Node): Node {
    const possible = this.#possible(part);
    if ((possible & isUnknown) === 0) return part;
    const results = (possible & isTrue) | isFalse;
    return this.#folded(results) ?? this.#node('holds', [part], results, `h${part}`);
  }

  /** True where a condition is unknown. */
  unknown(part: Node): Node {
    return this.all([this.not(this.holds(part)), this.not(this.holds(this.not(part)))]);
  }

  all(parts: readonly Node[]): Node {
    return this.#fold('all', parts, isTrue, isFalse);
  }

  any(parts: readonly Node[]): Node {
    return this.#fold('any', parts, isFalse, isTrue);
  }

  /** `condition ? yes : no`; unknown where the condition is. */
  choose(condition: Node, yes: Node, no: Node): Node {
    const possible = this.#possible(condition);
    if (possible === isTrue) return yes;
    if (possible === isFalse) return no;
    if (yes === no && possible === decided) return yes;
    const results =
      (possible & isTrue ? this.#possible(yes) : 0) |
      (possible & isFalse ? this.#possible(no) : 0) |
      (possible & isUnknown);
    return this.#folded(results) ?? this.#node('choose', [condition, yes, no], results, `?${condition},${yes},${no}`);
  }

  #possible(node: Node): Results {
    return this.possible[node] ?? anything;
  }

  #folded(results: Results): Node | undefined {
    return results === isTrue || results === isFalse || results === isUnknown ? this.constant(results) : undefined;
  }

  /** @param neutral the result that decides nothing, `decisive` the one that decides all */
  #fold(operation: 'all' | 'any', given: readonly Node[], neutral: Results, decisive: Results): Node {
    const parts = [...new Set(given)].filter((part) => this.#possible(part) !== neutral);
    if (parts.some((part) => this.#possible(part) === decisive)) return this.constant(decisive);
    const [first] = parts;
    if (first === undefined) return this.constant(neutral);
    if (parts.length === 1) return first;
    if (parts.length > width) {
      const inner: Node[] = [];
      for (let start = 0; start < parts.length; start += width) {
        inner.push(this.#fold(operation, parts.slice(start, start + width), neutral, decisive));
      }
      return this.#fold(operation, inner, neutral, decisive);
    }
    let results = 0;
    if (parts.every((part) => this.#possible(part) & neutral)) results |= neutral;
    if (parts.some((part) => this.#possible(part) & decisive)) results |= decisive;
    if (parts.some((part) => this.#possible(part) & isUnknown)) results |= isUnknown;
    return this.#node(operation, parts, results, `${operation === 'all' ? '&' : '|'}${parts.join()}`);
  }

  #node(
    operation: Operation,
    parts: readonly Node[],
    possible: Results,
    key?: string,
    variable?: Variable,
    test = 0,
  ): Node {
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    const node = this.operations.length;
    this.operations.push(operation);
    this.parts.push(parts);
    this.possible.push(possible);
    this.variableOf.push(variable);
    this.testOf.push(test);
    if (key !== undefined) this.#known.set(key, node);
    return node;
  }
}
