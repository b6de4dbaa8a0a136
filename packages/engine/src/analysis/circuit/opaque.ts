import type { Expression } from '../../expression/tree.ts';
import type { LeafNode } from '../../program.ts';
import { partsOf } from '../constants.ts';
import type { Domain, Scalar } from './cell.ts';
import type { Node } from './circuit.ts';
import type { Instance } from './instance.ts';
import { groupOf, leafVariable } from './leaf.ts';
import { hasEntries } from './list.ts';
import { keyOf, type Model } from './model.ts';
import { rangeOf } from './range.ts';
import { type Handle, type Meaning, placeOf, type Scope, scopeIn } from './scope.ts';
import { answered, asCondition, choice, constant, nothing, type Term, termKey } from './term.ts';
import { meaningOf, rootScope, termOf } from './translate.ts';
import type { Opaque, Variable } from './variable.ts';

/*
 * Parts of expressions that are not looked into: arithmetic, functions of texts and dates, sums. Each becomes a variable
 * of its own that may have any value (the same one wherever the same part stands), which is more than it truly can have:
 * what is impossible even so is impossible.
 */

/** A value that is not looked into. Most functions are unknown as soon as one argument is. */
export function opaqueTerm(model: Model, tree: Expression, scope: Scope): Term {
  const variable = opaqueVariable(model, tree, scope);
  const known = argumentsKnown(model, tree, scope);
  const term = choice(model.circuit, known, { kind: 'variable', variable }, nothing);
  const list = listUnder(model, tree, scope);
  return list ? choice(model.circuit, list.some, term, list.without) : term;
}

/** Of a sum, number, least or greatest over the entries of a list: whether there are any, and what comes out if not. */
function listUnder(model: Model, tree: Expression, scope: Scope): { some: Node; without: Term } | undefined {
  if (tree[0] !== 'call' || !['sum', 'count', 'min', 'max'].includes(tree[1])) return undefined;
  let [list] = tree[2];
  while (list?.[0] === 'macro' && (list[1] === 'map' || list[1] === 'filter')) list = list[2];
  const meaning = list ? meaningOf(model, list, scope) : undefined;
  if (meaning?.kind !== 'handle' || meaning.handle.node.kind !== 'list') return undefined;
  const without = tree[1] === 'sum' || tree[1] === 'count' ? constant(0) : nothing;
  return { some: hasEntries(model, meaning.handle.node, meaning.handle.instance), without };
}

/** A condition that is not looked into. */
export function opaqueCondition(model: Model, tree: Expression, scope: Scope): Node {
  return asCondition(model.circuit, opaqueTerm(model, tree, scope));
}

function opaqueVariable(model: Model, tree: Expression, scope: Scope): Variable {
  return model.circuit.variable(`opaque ${describe(model, tree, scope)}`, () => {
    const list = tree[0] === 'get' && tree[1].base === 'index' ? indexed(model, tree[1].as, scope) : undefined;
    const opaque = { ...readsOf(model, tree, scope), tree, scope, ...(list === undefined ? {} : { index: list }) };
    return { source: { kind: 'opaque', opaque }, domain: domainOfCall(model, tree, scope) };
  });
}

/** Template of the list whose entry's place is meant. */
function indexed({ nodes }: Model, as: string | undefined, scope: Scope): string | undefined {
  let entry = scope.instance;
  while (entry && as !== undefined) {
    const list = nodes.get(entry.list);
    if (list?.kind === 'list' && list.as === as) break;
    entry = entry.outer;
  }
  return entry?.list;
}

const strictOperators = new Set(['add', 'subtract', 'multiply', 'divide', 'remainder', 'negate']);
export const strictFunctions = new Set([
  ...['round', 'age', 'years', 'months', 'days', 'addDays', 'addMonths', 'addYears', 'isDate', 'weekday'],
  ...['workingDays', 'startsWith', 'endsWith', 'contains', 'matches', 'lower', 'upper', 'trim', 'words', 'size'],
]);

/** Whether all is there that the result needs; true where it may come out even without. */
function argumentsKnown(model: Model, tree: Expression, scope: Scope): Node {
  const strict = tree[0] === 'call' ? strictFunctions.has(tree[1]) && !isOfList(tree) : strictOperators.has(tree[0]);
  const parts = strict ? partsOf(tree).filter((part) => !isCollection(model, part, scope)) : [];
  return model.circuit.all(parts.map((part) => answered(model.circuit, termOf(model, part, scope))));
}

/** Whether it is the size of a list: a list that is not there has none. */
function isOfList(tree: Expression): boolean {
  return tree[0] === 'call' && tree[1] === 'size' && tree[2].length > 1;
}

/** Whether a part is a list or group: these always exist. */
function isCollection(model: Model, tree: Expression, scope: Scope): boolean {
  if (tree[0] === 'listLiteral' || tree[0] === 'macro') return true;
  const meaning = meaningOf(model, tree, scope);
  if (meaning.kind !== 'handle') return false;
  const { node } = meaning.handle;
  return node.kind !== 'leaf' || node.type === 'array' || node.type === 'object';
}

/** Functions of known arguments that are never unknown, and what they give. */
export const total: Readonly<Record<string, Partial<Domain>>> = {
  age: { kind: 'number', whole: true },
  years: { kind: 'number', whole: true },
  months: { kind: 'number', whole: true },
  days: { kind: 'number', whole: true },
  weekday: { kind: 'number', whole: true, least: 1, most: 7 },
  words: { kind: 'number', whole: true, least: 0 },
  size: { kind: 'number', whole: true, least: 0 },
  startsWith: { kind: 'boolean', values: [true, false] },
  endsWith: { kind: 'boolean', values: [true, false] },
  contains: { kind: 'boolean', values: [true, false] },
  isDate: { kind: 'boolean', values: [true, false] },
};
const partial: Readonly<Record<string, Partial<Domain>>> = {
  // A text beyond all measure is matched by nothing.
  matches: { kind: 'boolean', values: [true, false] },
  answered: { kind: 'boolean', values: [true, false] },
  round: { kind: 'number' },
  workingDays: { kind: 'number', whole: true },
  addDays: { kind: 'date' },
  addMonths: { kind: 'date' },
  addYears: { kind: 'date' },
  lower: { kind: 'text' },
  upper: { kind: 'text' },
  trim: { kind: 'text' },
};

function domainOfCall(model: Model, tree: Expression, scope: Scope): Domain {
  if (tree[0] === 'get' && tree[1].base === 'index') return { none: false, kind: 'number', whole: true, least: 0 };
  if (tree[0] === 'in') return { none: false, kind: 'boolean', values: [true, false] };
  if (tree[0] === 'macro') return { none: true, kind: 'boolean', values: [true, false] };
  if (tree[0] === 'add' && isText(model, tree[1], scope)) return { none: true, kind: 'text' };
  if (tree[0] === 'add' && !isNumber(model, tree[1], scope)) return { none: true, kind: 'any' };
  if (strictOperators.has(tree[0])) return { none: true, kind: 'number', ...rangeOf(model, tree, scope) };
  if (tree[0] !== 'call') return { none: true, kind: 'any' };
  if (isOfList(tree)) return { none: true, kind: 'number', ...rangeOf(model, tree, scope) };
  if (tree[1] === 'count' || tree[1] === 'sum' || tree[1] === 'min' || tree[1] === 'max') {
    const known = tree[1] === 'count' || tree[1] === 'sum';
    // The least of texts and dates is a text.
    return { none: true, kind: known ? 'number' : 'any', ...rangeOf(model, tree, scope) };
  }
  const certain = Object.hasOwn(total, tree[1]) ? total[tree[1]] : undefined;
  // An answer of the wrong type, or a list that is none, leaves even these unknown; both count as unanswered.
  if (certain) return { none: false, kind: 'any', ...certain };
  const found = Object.hasOwn(partial, tree[1]) ? partial[tree[1]] : undefined;
  return { none: true, kind: 'any', ...found };
}

/** Whether an expression surely gives a number. */
export function isNumber(model: Model, tree: Expression, scope: Scope): boolean {
  if (tree[0] === 'literal') return typeof tree[1] === 'number';
  if (strictOperators.has(tree[0]) && tree[0] !== 'add') return true;
  if (tree[0] === 'add') return isNumber(model, tree[1], scope);
  if (tree[0] === 'call') return ['count', 'size', 'sum', 'round', 'age', 'years', 'months', 'days'].includes(tree[1]);
  const meaning = meaningOf(model, tree, scope);
  if (meaning.kind !== 'handle' || meaning.handle.node.kind !== 'leaf') return false;
  return meaning.handle.node.type === 'number' || meaning.handle.node.type === 'integer';
}

function isText(model: Model, tree: Expression, scope: Scope): boolean {
  if (tree[0] === 'literal') return typeof tree[1] === 'string';
  const meaning = meaningOf(model, tree, scope);
  return meaning.kind === 'handle' && meaning.handle.node.kind === 'leaf' && meaning.handle.node.type === 'string';
}

/** The same text for the same expression at the same place, whatever words it uses for the place. */
export function describe(model: Model, tree: Expression, scope: Scope): string {
  if (tree[0] === 'get') {
    const [, base, path] = tree;
    if (base.base === 'define' || base.base === 'index') {
      const entry = base.base === 'index' ? (scope.instance?.key ?? '') : '';
      return JSON.stringify([base, path, entry]);
    }
    const meaning = placeOf(model, tree, scope);
    if (meaning.kind === 'handle') return `<${keyOf(meaning.handle.node.template, meaning.handle.instance)}>`;
    if (meaning.kind === 'term') return `<term ${termKey(meaning.term)}>`;
    const start = base.base === 'variable' ? scope.variables.get(base.name) : undefined;
    return JSON.stringify([base, path, scope.self, scope.instance?.key ?? '', startKey(start)]);
  }
  if (tree[0] === 'literal') return JSON.stringify(tree[1]);
  const own = tree[0] === 'call' || tree[0] === 'select' ? String(tree[tree[0] === 'call' ? 1 : 2]) : '';
  if (tree[0] === 'macro') {
    // The variable's name does not matter, what it stands for does; of what is not known it is the expression itself.
    const inner: Scope = { ...scope, variables: new Map(scope.variables).set(tree[3], unnamed(scope)) };
    return `${tree[1]}(${describe(model, tree[2], scope)},${describe(model, tree[4], inner)})`;
  }
  return `${tree[0]}${own}(${partsOf(tree)
    .map((part) => describe(model, part, scope))
    .join()})`;
}

/** What the variable of a macro stands for in a description: its depth. */
function unnamed(scope: Scope): Meaning {
  return { kind: 'opaque', name: `#${scope.variables.size}` };
}

function startKey(meaning: Meaning | undefined): string {
  if (meaning?.kind === 'opaque') return meaning.name ?? '';
  if (meaning?.kind === 'handle') return keyOf(meaning.handle.node.template, meaning.handle.instance);
  return meaning ? termKey(meaning.term) : '';
}

interface Reads {
  readonly leaves: Set<Variable>;
  readonly lists: Set<string>;
  readonly constants: Set<Scalar>;
  today: boolean;
}

/** What an expression reads, through named expressions and computed values too. */
export function readsOf(model: Model, tree: Expression, scope: Scope): Opaque {
  const reads: Reads = { leaves: new Set(), lists: new Set(), constants: new Set(), today: false };
  collect(model, tree, scope, reads);
  return reads;
}

function collect(model: Model, tree: Expression, scope: Scope, reads: Reads): void {
  switch (tree[0]) {
    case 'literal':
      if (tree[1] !== null) reads.constants.add(tree[1]);
      return;
    case 'get': {
      const [, base] = tree;
      if (base.base === 'define') {
        addAll(reads, readsOfDefine(model, base.name));
        return;
      }
      const meaning = placeOf(model, tree, scope);
      if (meaning.kind === 'handle') collectHandle(model, meaning.handle, reads);
      if (meaning.kind === 'term') addAll(reads, readsIn(meaning.term));
      return;
    }
    case 'call':
      if (tree[1] === 'today' || tree[1] === 'age') reads.today = true;
      break;
    case 'macro': {
      collect(model, tree[2], scope, reads);
      const variables = new Map(scope.variables).set(tree[3], { kind: 'opaque' } as Meaning);
      collect(model, tree[4], { ...scope, variables }, reads);
      return;
    }
  }
  for (const part of partsOf(tree)) collect(model, part, scope, reads);
}

function collectHandle(model: Model, { node, instance }: Handle, reads: Reads): void {
  if (node.kind === 'list') reads.lists.add(node.template);
  else if (node.kind === 'leaf') addAll(reads, readsOfLeaf(model, node, instance));
  else {
    for (const member of node.members) {
      if (member.kind !== 'text') collectHandle(model, { node: member, instance }, reads);
    }
  }
}

function readsOfLeaf(model: Model, leaf: LeafNode, instance: Instance | undefined): Opaque {
  // An entry of a macro is no answer that could be varied: its list is.
  if (instance?.other) return { ...noReads, lists: new Set([instance.list]) };
  if (!leaf.value) return { ...noReads, leaves: new Set([leafVariable(model, leaf, instance)]) };
  const { value } = leaf;
  return known(model, `leaf ${keyOf(leaf.template, instance)}`, () =>
    readsOf(model, value, scopeIn(groupOf(leaf), instance)),
  );
}

function readsOfDefine(model: Model, name: string): Opaque {
  const tree = model.program.defines[name];
  return tree ? known(model, `define ${name}`, () => readsOf(model, tree, rootScope)) : noReads;
}

export const noReads: Opaque = { leaves: new Set(), lists: new Set(), constants: new Set(), today: false };

function known(model: Model, key: string, make: () => Opaque): Opaque {
  const found = model.reads.get(key);
  if (found) return found;
  model.reads.set(key, noReads);
  const made = make();
  model.reads.set(key, made);
  return made;
}

function addAll(reads: Reads, { leaves, lists, constants, today }: Opaque): void {
  for (const leaf of leaves) reads.leaves.add(leaf);
  for (const list of lists) reads.lists.add(list);
  for (const one of constants) reads.constants.add(one);
  reads.today ||= today;
}

/** What the variables of a term read; what decides between them is looked at by itself. */
export function readsIn(term: Term): Opaque {
  const reads: Reads = { leaves: new Set(), lists: new Set(), constants: new Set(), today: false };
  const seen = new Set<Term>();
  const waiting = [term];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    if (one.kind === 'choice') waiting.push(one.yes, one.no);
    if (one.kind !== 'variable') continue;
    const { source } = one.variable;
    if (source.kind === 'leaf') reads.leaves.add(one.variable);
    else if (source.kind === 'count') reads.lists.add(source.list);
    else if (source.kind === 'today') reads.today = true;
    else if (source.kind === 'opaque' || source.kind === 'macro') addAll(reads, source.opaque);
  }
  return reads;
}
