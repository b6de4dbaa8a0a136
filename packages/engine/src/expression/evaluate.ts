import { functions } from './functions/index.ts';
import { entriesOf, isGroup, isList, isMadeList } from './lists.ts';
import { calculate, equal, order } from './operators.ts';
import type { Base, Environment, Expression, MacroName, Value } from './tree.ts';

/** The variables of the macros around, innermost first. */
interface Variables {
  readonly name: string;
  readonly value: Value;
  readonly outer: Variables | undefined;
}

/** Deeper trees than the compiler makes are unknown, so that no tree can exhaust the stack. */
const deepest = 400;

/**
 * So many times the conditions and values of macros are evaluated within one expression; beyond, it is unknown. Macros
 * inside each other over long lists would else keep everybody waiting.
 */
const mostBodies = 1_000_000;

/** How many are left for the expression being evaluated; below 0 it is unknown. */
let left = mostBodies;

/**
 * The value of a checked expression. `undefined` is *unknown*; unanswered leaves are `null`. Never throws: a tree that
 * the compiler would not have made is unknown. Reads leaves only where their value matters (`&&`, `||`, `? :` and the
 * macros stop as soon as they are decided).
 */
export function evaluate(tree: Expression, environment: Environment): Value {
  // A named expression that is read meanwhile has its own.
  const before = left;
  left = mostBodies;
  const value = run(tree, environment, undefined, 0);
  const found = left < 0 ? undefined : value;
  left = before;
  return found;
}

/** Whether a condition holds: unknown and unanswered are not true. */
export function isTrue(value: Value): boolean {
  return value === true;
}

function run(tree: Expression, environment: Environment, variables: Variables | undefined, depth: number): Value {
  if (!Array.isArray(tree) || depth > deepest) return undefined;
  const next = (part: Expression): Value => run(part, environment, variables, depth + 1);
  // Which kind of node it is decides about the types of its parts.
  const node = tree as Expression;
  switch (node[0]) {
    case 'literal':
      return node[1];
    case 'listLiteral':
      return Array.isArray(node[1]) ? node[1].map(next) : undefined;
    case 'get':
      return members(start(node[1], environment, variables), node[2]);
    case 'select':
      return member(next(node[1]), node[2]);
    case 'index':
      return entry(next(node[1]), next(node[2]));
    case 'not':
      return not(next(node[1]));
    case 'negate': {
      const value = next(node[1]);
      return typeof value === 'number' ? 0 - value : undefined;
    }
    case 'and':
    case 'or': {
      const decisive = node[0] === 'or';
      const left = next(node[1]);
      if (left === decisive) return decisive;
      const right = next(node[2]);
      if (right === decisive) return decisive;
      return left === !decisive && right === !decisive ? !decisive : undefined;
    }
    case 'equal':
      return equal(next(node[1]), next(node[2]));
    case 'unequal':
      return !equal(next(node[1]), next(node[2]));
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return order(node[0], next(node[1]), next(node[2]));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'remainder':
      return calculate(node[0], next(node[1]), next(node[2]));
    case 'in': {
      const value = next(node[1]);
      return entriesOf(next(node[2]))?.some((other) => equal(value, other)) ?? false;
    }
    case 'choose': {
      const condition = next(node[1]);
      if (condition === true) return next(node[2]);
      return condition === false ? next(node[3]) : undefined;
    }
    case 'macro': {
      const entries = entriesOf(next(node[2]));
      if (!entries || left < 0) return undefined;
      const [, name, , variable, body] = node;
      return fold(name, entries, (value) =>
        --left < 0 ? undefined : run(body, environment, { name: variable, value, outer: variables }, depth + 1),
      );
    }
    case 'call':
      return call(node[1], Array.isArray(node[2]) ? node[2].map(next) : [], environment);
    default:
      return undefined;
  }
}

function start(base: Base | undefined, environment: Environment, variables: Variables | undefined): Value {
  switch (base?.base) {
    case 'root':
      return environment.root();
    case 'self':
      return environment.self();
    case 'item':
      return environment.item(base.as);
    case 'index':
      return environment.index(base.as);
    case 'define':
      return environment.define(base.name);
    case 'variable': {
      let found = variables;
      while (found && found.name !== base.name) found = found.outer;
      return found?.value;
    }
    default:
      return undefined;
  }
}

function members(value: Value, names: readonly string[] | undefined): Value {
  let found = value;
  for (const name of Array.isArray(names) ? names : []) found = member(found, name);
  return found;
}

/** A member of a group. Of what is not there (an entry beyond the end of a filtered list) everything is unanswered. */
function member(value: Value, name: string): Value {
  if (isGroup(value)) return value.get(name);
  return value === null ? null : undefined;
}

function entry(list: Value, index: Value): Value {
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0) return undefined;
  if (isList(list)) return list.at(index);
  if (list === null) return null;
  if (!isMadeList(list)) return undefined;
  return index < list.length ? list[index] : null;
}

function not(value: Value): boolean | undefined {
  return typeof value === 'boolean' ? !value : undefined;
}

/** The macros over the entries of a list; an unanswered predicate counts as unknown. */
function fold(name: MacroName, entries: readonly Value[], body: (entry: Value) => Value): Value {
  switch (name) {
    case 'map':
      return entries.map(body);
    case 'filter':
      return entries.filter((value) => body(value) === true);
    case 'exists_one': {
      const results = entries.map(body);
      if (results.some((result) => typeof result !== 'boolean')) return undefined;
      return results.filter((result) => result === true).length === 1;
    }
    case 'exists':
    case 'all': {
      const decisive = name === 'exists';
      let unknown = false;
      for (const value of entries) {
        const result = body(value);
        if (result === decisive) return decisive;
        if (typeof result !== 'boolean') unknown = true;
      }
      return unknown ? undefined : !decisive;
    }
    default:
      return undefined;
  }
}

function call(name: string, args: readonly Value[], environment: Environment): Value {
  const found = functions.get(name);
  if (!found) return undefined;
  if (!found.decides && args.some((value) => value === null || value === undefined)) return undefined;
  return found.run(args, environment);
}
