import type { Expression, MacroName } from '../../expression/tree.ts';
import type { Node } from './circuit.ts';
import { entryAtHand, type Instance } from './instance.ts';
import { leafTerm } from './leaf.ts';
import { hasEntries } from './list.ts';
import { keyOf, type Model } from './model.ts';
import { describe, opaqueCondition, readsOf } from './opaque.ts';
import { isFalse, isTrue, isUnknown } from './result.ts';
import type { Meaning, Scope } from './scope.ts';
import { substitute } from './substitute.ts';
import { answered, type Term } from './term.ts';
import { conditionOf, meaningOf, rootScope } from './translate.ts';
import type { Macro } from './variable.ts';

type MacroTree = Expression & readonly ['macro', ...unknown[]];

/** `list.exists(x, …)` and the like as a condition. */
export function macroCondition(model: Model, tree: MacroTree, scope: Scope): Node {
  const [, name, list, variable, body] = tree;
  if (name === 'map' || name === 'filter') return model.circuit.constant(isUnknown);
  if (list[0] === 'listLiteral') return overElements(model, name, list[1], variable, body, scope);
  const entries = entriesOf(model, list, scope, scope.variables.size);
  if (!entries) return opaqueCondition(model, tree, scope);
  return overEntries(model, name, tree, entries, variable, body, scope);
}

/** Of elements that are written out, each is looked at. */
function overElements(
  model: Model,
  name: MacroName,
  elements: readonly Expression[],
  variable: string,
  body: Expression,
  scope: Scope,
): Node {
  const { circuit } = model;
  const results = elements.map((element) => conditionOf(model, substitute(body, variable, element), scope));
  if (name === 'exists') return circuit.any(results);
  if (name === 'all') return circuit.all(results);
  // Exactly one of them, and unknown if one of them is.
  const single = results.map((one, at) =>
    circuit.all(results.map((other, position) => (position === at ? one : circuit.not(other)))),
  );
  const unknown = circuit.any(results.map((one) => circuit.unknown(one)));
  return circuit.choose(unknown, circuit.constant(isUnknown), circuit.any(single));
}

/** An entry that a macro's variable stands for. */
interface Entry {
  readonly meaning: Meaning;
  readonly instance: Instance | undefined;
  /** Whether it is among the entries that are asked; never unknown. */
  readonly among: Node;
}

/** The entries of a list. */
interface Entries {
  readonly list: string;
  /** Whether there are any in the list. */
  readonly some: Node;
  /** Any of them. */
  readonly other: Entry;
  readonly atHand?: Entry;
}

/**
 * Of a list that has entries one is the entry at hand: it is looked at as it is. Whatever the others are, together they
 * come out as their entries allow.
 */
function overEntries(
  model: Model,
  name: Macro['name'],
  tree: MacroTree,
  entries: Entries,
  variable: string,
  body: Expression,
  scope: Scope,
): Node {
  const { circuit } = model;
  const { list, some, other, atHand } = entries;
  const ask = ({ meaning }: Entry) =>
    conditionOf(model, body, { ...scope, variables: new Map(scope.variables).set(variable, meaning) });
  const result = circuit.variable(`macro ${describe(model, tree, scope)}`, () => {
    const macro = { name, list, entry: other.instance, body: ask(other), among: other.among };
    return {
      source: { kind: 'macro', macro, opaque: { ...readsOf(model, tree, scope), tree, scope } },
      domain: { none: true, kind: 'boolean', values: name === 'all' ? [true, false] : [false, true] },
    };
  });
  const others = circuit.test(result, { key: 'result', points: [], of: resultOf });
  let found = others;
  if (atHand && name === 'exists') found = circuit.any([circuit.all([atHand.among, ask(atHand)]), others]);
  if (atHand && name === 'all') found = circuit.all([circuit.any([circuit.not(atHand.among), ask(atHand)]), others]);
  return circuit.choose(some, found, circuit.constant(name === 'all' ? isTrue : isFalse));
}

function resultOf(cell: { readonly kind: string; readonly value?: unknown }): number {
  if (cell.kind !== 'value') return isUnknown;
  return cell.value === true ? isTrue : isFalse;
}

/**
 * What an expression lists: entries of a list, chosen values of a field, or those among them that a filter lets through.
 * @param depth how many macros are around: each speaks about an entry of its own
 */
function entriesOf(model: Model, tree: Expression, scope: Scope, depth: number): Entries | undefined {
  const { circuit } = model;
  if (tree[0] === 'get' && tree[1].base === 'define' && tree[2].length === 0) {
    const define = model.program.defines[tree[1].name];
    return define && entriesOf(model, define, rootScope, depth);
  }
  if (tree[0] === 'macro' && tree[1] === 'filter') {
    const inner = entriesOf(model, tree[2], scope, depth);
    if (!inner) return undefined;
    const filtered = (entry: Entry): Entry => {
      const variables = new Map(scope.variables).set(tree[3], entry.meaning);
      const kept = circuit.holds(conditionOf(model, tree[4], { ...scope, variables }));
      return { ...entry, among: circuit.all([entry.among, kept]) };
    };
    const { other, atHand } = inner;
    return { ...inner, other: filtered(other), ...(atHand ? { atHand: filtered(atHand) } : {}) };
  }
  const meaning = meaningOf(model, tree, scope);
  if (meaning.kind !== 'handle') return undefined;
  const { node, instance } = meaning.handle;
  if (node.kind === 'list') {
    const entryAs = (of: Instance): Entry => ({
      meaning: { kind: 'handle', handle: { node: node.item, instance: of } },
      instance: of,
      among: circuit.constant(isTrue),
    });
    const other: Instance = {
      key: `${instance?.key ?? ''}${node.template}#${depth}`,
      list: node.template,
      outer: instance,
      other: true,
    };
    return {
      list: node.template,
      some: hasEntries(model, node, instance),
      other: entryAs(other),
      // Of plain values only the answered ones count: which of them is the one at hand is not said.
      ...(node.item.kind === 'group' ? { atHand: entryAs(entryAtHand(node.template, instance)) } : {}),
    };
  }
  if (node.kind !== 'leaf' || node.type !== 'array' || !node.options) return undefined;
  const values = node.options.map(({ value }) => value);
  const chosen = circuit.variable(`chosen ${depth} ${keyOf(node.template, instance)}`, () => ({
    source: { kind: 'chosen' },
    domain: { none: false, kind: 'any', values },
  }));
  const term: Term = { kind: 'variable', variable: chosen };
  return {
    list: node.template,
    some: answered(circuit, leafTerm(model, node, instance)),
    other: { meaning: { kind: 'term', term }, instance: undefined, among: circuit.constant(isTrue) },
  };
}
