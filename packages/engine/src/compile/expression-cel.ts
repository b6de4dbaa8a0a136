import { Environment } from '@marcbachmann/cel-js';
import type { Base, Expression } from '../expression/tree.ts';
import type { NodeNote } from './expression-context.ts';
import type { ExpressionScope, ValueType } from './expression-scope.ts';
import { type Signature, signatures, type TypePattern } from './expression-signature.ts';
import { memberOf, own } from './expression-types.ts';

/**
 * Has the type checker of cel-js judge a translated expression, so that the profile stays CEL: what passes here is an
 * expression that any implementation of CEL understands once it is rewritten. The rewriting: number constants are
 * doubles, functions (`size` too) are registered under names of our own and give doubles, indexes stand in `dyn`, and
 * so do values compared with `null` and groups that are mixed. Answers what cel-js objects to, or nothing.
 */
export function celObjection(
  tree: Expression,
  scope: ExpressionScope,
  notes: ReadonlyMap<Expression, NodeNote>,
): string | undefined {
  const checker = checkerFor(scope.root);
  const text = new Printer(checker, scope, notes).print(tree);
  const result = checker.environment.check(text);
  if (result.valid) return undefined;
  const error = result.error;
  return error && 'summary' in error ? error.summary : 'it does not pass the type check';
}

/** An environment of cel-js with the types and variables registered so far. */
interface Checker {
  readonly environment: Environment;
  /** Names of types by our type objects, and of variables by the name of their type. */
  readonly types: WeakMap<ValueType, string>;
  readonly variables: Map<string, string>;
  counter: number;
}

// One per form: expressions of a form share its root, and registering a form's types costs more than a check.
const checkers = new WeakMap<ValueType, Checker>();

/** A checker with more types is given up for a new one: a root may be shared by forms without end (that of blocks is). */
const mostTypes = 250;

function checkerFor(root: ValueType): Checker {
  let checker = checkers.get(root);
  if (!checker || checker.counter > mostTypes) {
    base ??= createBase();
    checker = { environment: base.clone(), types: new WeakMap(), variables: new Map(), counter: 0 };
    checkers.set(root, checker);
  }
  return checker;
}

// Made with the first expression: it costs some milliseconds.
let base: Environment | undefined;

function createBase(): Environment {
  // Lists may mix a value of a type with one whose type stays open: that they are of one type is known to our types.
  const environment = new Environment({ homogeneousAggregateLiterals: false, limits: { maxDepth: 1000 } });
  // Never called: cel-js does not evaluate here.
  const never = (): undefined => undefined;
  for (const signature of signatures.values()) environment.registerFunction(celSignature(signature), never);
  environment.registerOperator('double % double', never);
  return environment;
}

function celSignature({ name, parameters, result }: Signature): string {
  const types = parameters.map((patterns) => {
    const [only, ...others] = patterns;
    return only && others.length === 0 ? celPattern(only) : 'dyn';
  });
  return `f_${name}(${types.join(', ')}): ${celPattern(result)}`;
}

function celPattern(pattern: TypePattern): string {
  switch (pattern.kind) {
    case 'list':
      return `list<${celPattern(pattern.of)}>`;
    case 'any':
      return 'dyn';
    case 'T':
    case 'O':
      return 'A';
    default:
      return primitives[pattern.kind];
  }
}

// To CEL, dates are strings.
const primitives = { string: 'string', date: 'string', number: 'double', boolean: 'bool', null: 'dyn' } as const;

const operators: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  equal: '==',
  unequal: '!=',
  less: '<',
  lessOrEqual: '<=',
  greater: '>',
  greaterOrEqual: '>=',
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  remainder: '%',
  in: 'in',
};

/** Prints trees as CEL text, fully in parentheses. */
class Printer {
  readonly #checker: Checker;
  readonly #scope: ExpressionScope;
  readonly #notes: ReadonlyMap<Expression, NodeNote>;

  constructor(checker: Checker, scope: ExpressionScope, notes: ReadonlyMap<Expression, NodeNote>) {
    this.#checker = checker;
    this.#scope = scope;
    this.#notes = notes;
  }

  print(node: Expression): string {
    switch (node[0]) {
      case 'literal':
        return literal(node[1]);
      case 'listLiteral':
        // The type of its elements would stay open, and with it that of `min([])`, which cel-js cannot handle.
        if (node[1].length === 0) return 'dyn([])';
        return `[${node[1].map((part) => this.#mixed(part)).join(', ')}]`;
      case 'get':
        return [this.#start(node[1]), ...node[2]].join('.');
      case 'select':
        return `${this.print(node[1])}.${node[2]}`;
      case 'index':
        return `${this.print(node[1])}[dyn(${this.print(node[2])})]`;
      case 'not':
        return `!(${this.print(node[1])})`;
      case 'negate':
        return `-(${this.print(node[1])})`;
      case 'choose':
        return `(${this.print(node[1])} ? ${this.#mixed(node[2])} : ${this.#mixed(node[3])})`;
      case 'macro':
        return `${this.print(node[2])}.${node[1]}(m_${node[3]}, ${this.print(node[4])})`;
      case 'call': {
        // The second argument of `words` and `size` is ours, not the author's.
        const parameters = signatures.get(node[1])?.parameters.length ?? 0;
        return `f_${node[1]}(${node[2]
          .slice(0, parameters)
          .map((part) => this.#argument(node[1], part))
          .join(', ')})`;
      }
      case 'equal':
      case 'unequal': {
        const sides = [node[1], node[2]];
        const withNull = sides.some((side) => side[0] === 'literal' && side[1] === null);
        const printed = sides.map((side) => (withNull ? `dyn(${this.print(side)})` : this.print(side)));
        return `(${printed.join(` ${operators[node[0]]} `)})`;
      }
      default:
        return `(${this.print(node[1])} ${operators[node[0]]} ${this.print(node[2])})`;
    }
  }

  /** Groups of different shapes may be mixed in lists and choices: what they have in common is known to our types. */
  #mixed(node: Expression): string {
    return holdsGroup(this.#notes.get(node)?.type) ? `dyn(${this.print(node)})` : this.print(node);
  }

  #argument(name: string, node: Expression): string {
    return name === 'or' ? this.#mixed(node) : this.print(node);
  }

  #start(base: Base): string {
    if (base.base === 'variable') return `m_${base.name}`;
    return this.#variable(this.#typeOf(base));
  }

  #typeOf(base: Exclude<Base, { base: 'variable' }>): ValueType {
    const scope = this.#scope;
    switch (base.base) {
      case 'root':
        return scope.root;
      case 'self':
        return scope.self ?? scope.root;
      case 'item':
        return (base.as === undefined ? scope.item : own(scope.named, base.as)) ?? scope.root;
      case 'index':
        return { kind: 'number' };
      case 'define':
        return own(scope.defines, base.name) ?? memberOf(scope.root, base.name) ?? scope.root;
    }
  }

  /** A variable of the type: which one does not matter to types. */
  #variable(type: ValueType): string {
    const { variables, environment } = this.#checker;
    const typeName = this.#typeName(type);
    let name = variables.get(typeName);
    if (name === undefined) {
      name = `v${variables.size}`;
      environment.registerVariable(name, typeName);
      variables.set(typeName, name);
    }
    return name;
  }

  #typeName(type: ValueType): string {
    if (type.kind === 'list') return `list<${this.#typeName(type.of)}>`;
    if (type.kind !== 'group') return primitives[type.kind];
    const checker = this.#checker;
    let name = checker.types.get(type);
    if (name === undefined) {
      const members = Object.entries(type.members);
      const fields = Object.fromEntries(members.map(([member, inner]) => [member, this.#typeName(inner)]));
      name = `Group${checker.counter++}`;
      checker.environment.registerType(name, { fields });
      checker.types.set(type, name);
    }
    return name;
  }
}

function holdsGroup(type: ValueType | undefined): boolean {
  if (type?.kind === 'list') return holdsGroup(type.of);
  return type?.kind === 'group';
}

function literal(value: null | boolean | number | string): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value !== 'number') return String(value);
  const text = String(Math.abs(value));
  const double = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(-${double})` : double;
}

/** A text constant in ASCII, so that no character can be misread. */
function textLiteral(value: string): string {
  const escaped = value.replace(/[^ !#-&(-[\]-~]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    // Halves of surrogate pairs cannot be written in CEL; to types one text is as good as another.
    if (code >= 0xd800 && code <= 0xdfff) return '?';
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `'${escaped}'`;
}
