import type { Base, Expression } from './tree.ts';

/** A place in the answers that an expression reads. */
export interface Reference {
  /** Where the path starts; never a variable: those are resolved to the list they run over. */
  readonly base: Exclude<Base, { base: 'variable' }>;
  /**
   * Members from there; `*` stands for an entry of a list, whichever it is. A path with `*` implies that the number of
   * entries is read too. A path that ends at a list means its entries, not the contents of groups in them.
   */
  readonly path: readonly string[];
  /** Everything below the path is read: `answered` of a group or list. */
  readonly deep?: true;
}

/** Paths a value may stand for: several where an expression chooses (`? :`, `or`, a list of groups). */
type Places = readonly Place[];

interface Place {
  readonly base: Reference['base'];
  readonly path: readonly string[];
}

interface Context {
  readonly found: Map<string, Reference>;
  /** Trees of named expressions: reading through them is reading the answers they stand for. */
  readonly definition: (name: string) => Expression | undefined;
  /** Names of defines being resolved: a cycle among them ends there. */
  readonly resolving: ReadonlySet<string>;
}

type Variables = ReadonlyMap<string, Places>;

/** What a deeper tree reads is not looked at; the compiler makes none. */
const deepest = 400;

/**
 * What an expression reads, each place once: `hunde.exists(h, h.kampfhund)` reads `['hunde', '*', 'kampfhund']` from the
 * root. Base of the dependency graph. With `definition` given, what is read through a named list or group
 * (`grosse.exists(h, h.chip == null)`) is the named expression and the place it stands for; what computing it reads is
 * its own matter.
 */
export function referencesOf(
  tree: Expression,
  definition: (name: string) => Expression | undefined = () => undefined,
): Reference[] {
  const context: Context = { found: new Map(), definition, resolving: new Set() };
  for (const place of placesOf(tree, context, new Map(), 0)) add(context, place);
  const references = [...context.found.values()];
  // A list that is read by its entries' members needs no reference of its own.
  const entries = new Set(references.flatMap((reference) => listsAbove(reference)));
  return references.filter((reference) => reference.deep || !entries.has(keyOf(reference)));
}

function listsAbove({ base, path }: Place): string[] {
  return path.flatMap((name, index) => (name === '*' ? [keyOf({ base, path: path.slice(0, index) })] : []));
}

function keyOf({ base, path }: Place): string {
  return JSON.stringify([base, path]);
}

function add(context: Context, place: Place, deep = false): void {
  const key = keyOf(place);
  const { base, path } = place;
  if (deep) context.found.set(key, { base, path, deep: true });
  else if (!context.found.has(key)) context.found.set(key, { base, path });
}

/** Adds what computing the value reads, and answers the places that the value itself stands for. */
function placesOf(tree: Expression, context: Context, variables: Variables, depth: number): Places {
  if (!Array.isArray(tree) || depth > deepest) return [];
  const next = (part: Expression): Places => placesOf(part, context, variables, depth + 1);
  const read = (part: Expression): void => {
    for (const place of next(part)) add(context, place);
  };
  const node = tree as Expression;
  switch (node[0]) {
    case 'get':
      return startOf(node[1], context, variables, depth).map((place) => below(place, ...node[2]));
    case 'select':
      return next(node[1]).map((place) => below(place, node[2]));
    case 'index':
      read(node[2]);
      return entryPlacesOf(node[1], context, variables, depth + 1);
    case 'choose':
      read(node[1]);
      return [...next(node[2]), ...next(node[3])];
    case 'listLiteral':
    case 'macro': {
      for (const place of entryPlacesOf(node, context, variables, depth)) add(context, place);
      return [];
    }
    case 'call':
      if (node[1] === 'or') return node[2].flatMap(next);
      for (const argument of node[2]) {
        for (const place of next(argument)) add(context, place, node[1] === 'answered');
      }
      return [];
    case 'literal':
      return [];
    default:
      // Operators: every part is read.
      for (const part of node.slice(1)) read(part as Expression);
      return [];
  }
}

/** The same for a list: the places its entries stand for. */
function entryPlacesOf(tree: Expression, context: Context, variables: Variables, depth: number): Places {
  if (!Array.isArray(tree) || depth > deepest) return [];
  const node = tree as Expression;
  switch (node[0]) {
    case 'listLiteral':
      return node[1].flatMap((part) => placesOf(part, context, variables, depth + 1));
    case 'choose':
      for (const place of placesOf(node[1], context, variables, depth + 1)) add(context, place);
      return [node[2], node[3]].flatMap((part) => entryPlacesOf(part, context, variables, depth + 1));
    case 'call':
      if (node[1] === 'or') return node[2].flatMap((part) => entryPlacesOf(part, context, variables, depth + 1));
      break;
    case 'macro': {
      const [, name, list, variable, body] = node;
      const entries = entryPlacesOf(list, context, variables, depth + 1);
      const inner = new Map(variables).set(variable, entries);
      const results = placesOf(body, context, inner, depth + 1);
      if (name === 'map') return results;
      for (const place of results) add(context, place);
      return name === 'filter' ? entries : [];
    }
    case 'get': {
      const [, base, path] = node;
      if (base.base !== 'define' || path.length > 0) break;
      const find = (defined: Expression, inner: Context) => entryPlacesOf(defined, inner, new Map(), depth + 1);
      const places = throughDefine(base.name, context, find);
      if (places) return places;
    }
  }
  return defaultEntryPlaces(tree, context, variables, depth);
}

function defaultEntryPlaces(tree: Expression, context: Context, variables: Variables, depth: number): Places {
  const lists = placesOf(tree, context, variables, depth + 1);
  // The number of entries is read even where no member of them is.
  for (const place of lists) add(context, place);
  return lists.map((place) => below(place, '*'));
}

function startOf(base: Base, context: Context, variables: Variables, depth: number): Places {
  if (base.base === 'variable') return variables.get(base.name) ?? [];
  if (base.base === 'define') {
    const places = throughDefine(base.name, context, (tree, inner) => placesOf(tree, inner, new Map(), depth + 1));
    if (places) return places;
  }
  return [{ base, path: [] }];
}

/**
 * The places a named expression stands for, without what computing them reads; the named expression itself is read.
 * `undefined` if its tree is not known.
 */
function throughDefine(
  name: string,
  context: Context,
  find: (tree: Expression, inner: Context) => Places,
): Places | undefined {
  const tree = context.definition(name);
  if (!tree) return undefined;
  add(context, { base: { base: 'define', name }, path: [] });
  if (context.resolving.has(name)) return [];
  return find(tree, { ...context, found: new Map(), resolving: new Set(context.resolving).add(name) });
}

function below(place: Place, ...names: string[]): Place {
  return { base: place.base, path: [...place.path, ...names] };
}
