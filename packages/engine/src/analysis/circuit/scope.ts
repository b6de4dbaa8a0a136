import type { Expression } from '../../expression/tree.ts';
import type { DataNode } from '../../program.ts';
import { type Instance, instanceAround, instanceOf } from './instance.ts';
import type { Model } from './model.ts';
import type { Term } from './term.ts';

/** A field, group or list, of the form or of one entry. */
export interface Handle {
  readonly node: DataNode;
  readonly instance: Instance | undefined;
}

/** What a name stands for: a place in the answers, a value, or something that is not looked into. */
export type Meaning =
  | { readonly kind: 'handle'; readonly handle: Handle }
  | { readonly kind: 'term'; readonly term: Term }
  /** `name` tells variables of macros apart. */
  | { readonly kind: 'opaque'; readonly name?: string };

/** Where an expression stands. */
export interface Scope {
  /** Template of the group that is `self`. */
  readonly self: string;
  readonly instance: Instance | undefined;
  /** Variables of macros. */
  readonly variables: ReadonlyMap<string, Meaning>;
}

/** Where expressions of a group stand, its entries being those at hand. */
export function scopeOf(self: string): Scope {
  return { self, instance: instanceOf(self), variables: new Map() };
}

/** Where expressions of a group stand in an entry. */
export function scopeIn(self: string, instance: Instance | undefined): Scope {
  return { self, instance: instanceAround(self, instance), variables: new Map() };
}

/** What a name with its members stands for; named expressions and `index` are no places. */
export function placeOf(model: Model, tree: Expression & readonly ['get', ...unknown[]], scope: Scope): Meaning {
  const [, base, path] = tree;
  const start = startOf(model, base, scope);
  if (start.kind !== 'handle') return path.length === 0 ? start : { kind: 'opaque' };
  let { node } = start.handle;
  for (const name of path) {
    const member = node.kind === 'group' ? model.nodes.get(`${node.template}/${name}`) : undefined;
    if (!member || member.kind === 'text') return { kind: 'opaque' };
    node = member;
  }
  return { kind: 'handle', handle: { node, instance: start.handle.instance } };
}

const opaque: Meaning = { kind: 'opaque' };

function startOf(model: Model, base: (Expression & readonly ['get', ...unknown[]])[1], scope: Scope): Meaning {
  switch (base.base) {
    case 'root':
      return handleOf(model, '', undefined);
    case 'self':
      return handleOf(model, scope.self, scope.instance);
    case 'item': {
      let entry = scope.instance;
      if (base.as !== undefined) {
        while (entry && asOf(model, entry.list) !== base.as) entry = entry.outer;
      }
      return entry ? handleOf(model, `${entry.list}/*`, entry) : opaque;
    }
    case 'variable':
      return scope.variables.get(base.name) ?? opaque;
    default:
      return opaque;
  }
}

function handleOf(model: Model, template: string, instance: Instance | undefined): Meaning {
  const node = model.nodes.get(template);
  return node && node.kind !== 'text' ? { kind: 'handle', handle: { node, instance } } : opaque;
}

function asOf(model: Model, list: string): string | undefined {
  const node = model.nodes.get(list);
  return node?.kind === 'list' ? node.as : undefined;
}
