import { referencesOf } from '../expression/references.ts';
import type { Expression } from '../expression/tree.ts';
import type { DataNode, ProgramNode } from '../program.ts';
import type { Place } from './context.ts';

/** Nodes by template. */
export type Nodes = ReadonlyMap<string, DataNode>;

/** What one expression reads: units of the dependency graph, and the leaves among them. */
export interface Reads {
  readonly units: readonly string[];
  readonly leaves: readonly string[];
}

/** Resolves what an expression at a place reads into templates. */
export function readsOf(tree: Expression, place: Place, nodes: Nodes): Reads {
  const units = new Set<string>();
  const leaves = new Set<string>();
  for (const { base, path, deep } of referencesOf(tree)) {
    if (base.base === 'define') {
      units.add(`d:${base.name}`);
      continue;
    }
    const start = startOf(base, place);
    if (start === undefined) continue;
    const node = follow(start, path, nodes);
    if (!node) continue;
    for (const read of readsOfNode(node, deep === true)) {
      units.add(read);
      if (read.startsWith('v:')) leaves.add(read.slice(2));
    }
  }
  return { units: [...units], leaves: [...leaves] };
}

/** The template of the leaf an expression names and nothing else (`halter.geburtsdatum`). */
export function namedLeaf(tree: Expression, place: Place, nodes: Nodes): string | undefined {
  if (tree[0] !== 'get' || tree[1].base === 'define' || tree[1].base === 'variable') return undefined;
  const start = startOf(tree[1], place);
  const node = start === undefined ? undefined : nodes.get(join(start, tree[2]));
  return node?.kind === 'leaf' ? node.template : undefined;
}

function startOf(base: { readonly base: string; readonly as?: string }, place: Place): string | undefined {
  if (base.base === 'root') return '';
  if (base.base === 'self') return place.self;
  // An index is a place in a list, no answer.
  if (base.base !== 'item') return undefined;
  const entry = base.as === undefined ? place.entries.at(-1) : place.entries.find(({ as }) => as === base.as);
  return entry?.template;
}

/** The node a path leads to; members of a leaf (a file's name) are the leaf. */
function follow(start: string, path: readonly string[], nodes: Nodes): DataNode | undefined {
  let template = start;
  let node = nodes.get(template);
  for (const name of path) {
    if (node?.kind === 'leaf') return node;
    template = join(template, [name]);
    node = nodes.get(template);
  }
  return node;
}

function join(start: string, names: readonly string[]): string {
  return names.reduce((template, name) => `${template}/${name}`, start);
}

function* readsOfNode(node: ProgramNode, deep: boolean): Generator<string> {
  if (node.kind === 'leaf') {
    yield `v:${node.template}`;
  } else if (node.kind === 'list') {
    yield `r:${node.template}`;
    // The values of a plain list are its content.
    if (deep || node.item.kind === 'leaf') yield* readsOfNode(node.item, deep);
  } else if (node.kind === 'group') {
    yield `r:${node.template}`;
    if (deep) {
      for (const member of node.members) {
        if (member.kind === 'leaf' && member.value) continue;
        yield* readsOfNode(member, deep);
      }
    }
  }
}
