import type { ASTNode } from '@marcbachmann/cel-js';
import type { Base } from '../expression/tree.ts';
import { type Context, fail, type Part } from './expression-context.ts';
import { didYouMean, suggest } from './expression-suggest.ts';
import { describe, type MaybeType, memberOf, numberType, own } from './expression-types.ts';

/** A name alone: variables first, then `self`, `item`, `index`, named entries, named expressions, the answers. */
export function translateName(context: Context, node: ASTNode & { readonly op: 'id' }): Part {
  const name = node.args;
  const { scope, variables } = context;
  if (variables.has(name)) return start({ base: 'variable', name }, variables.get(name));
  if (name === 'self' && scope.self) return start({ base: 'self' }, scope.self);
  if (name === 'item' && scope.item) return start({ base: 'item' }, scope.item);
  if (name === 'index' && scope.item) return start({ base: 'index' }, numberType);
  const named = own(scope.named, name);
  if (named) return start({ base: 'item', as: name }, named);
  const define = own(scope.defines, name);
  if (define) return start({ base: 'define', name }, define);
  const member = memberOf(scope.root, name);
  if (member) return { tree: ['get', { base: 'root' }, [name]], type: member };
  if (scope.failed?.includes(name)) return start({ base: 'define', name }, undefined);
  return fail(context, node, 'expression-unknown-name', { name, ...suggestion(name, context) });
}

function start(base: Base, type: MaybeType): Part {
  return { tree: ['get', base, []], type };
}

function suggestion(name: string, context: Context): { suggestion: string; known?: string } {
  const { scope } = context;
  // The commonest slip: a member of the group around, without `self`.
  if (scope.self && memberOf(scope.self, name)) return hint(`self.${name}`);
  return hint(suggest(name, visibleNames(context)));
}

function hint(name: string | undefined): { suggestion: string; known?: string } {
  return { suggestion: didYouMean(name), ...(name === undefined ? {} : { known: name }) };
}

/** Every name that can be used at a place. */
export function visibleNames({ scope, variables }: Context): string[] {
  return [
    ...variables.keys(),
    ...(scope.self ? ['self'] : []),
    ...(scope.item ? ['item', 'index'] : []),
    ...Object.keys(scope.named ?? {}),
    ...Object.keys(scope.defines),
    ...(scope.failed ?? []),
    ...Object.keys(scope.root.members),
  ];
}

/** `halter.vorname`: a member of a group. */
export function translateMember(context: Context, node: ASTNode & { readonly op: '.' }): Part {
  const [receiver, name] = node.args;
  const of = context.translate(receiver);
  // The name's own place: members stand at the end of their node.
  const place = { start: node.end - name.length, end: node.end };
  if (!of.type) return of;
  if (of.type.kind !== 'group') {
    const suggested = of.type.kind === 'list' ? ': name an entry, as in hunde[0].name, or use map, exists, all' : '';
    return fail(context, place, 'expression-no-members', {
      actual: describe(of.type),
      name,
      suggestion: suggested,
    });
  }
  const type = memberOf(of.type, name);
  if (!type) {
    const of_ = context.text.slice(receiver.start, receiver.end);
    const known = suggest(name, Object.keys(of.type.members));
    return fail(context, place, 'expression-unknown-member', { name, of: of_, ...hint(known) });
  }
  const tree = of.tree[0] === 'get' ? (['get', of.tree[1], [...of.tree[2], name]] as const) : undefined;
  return { tree: tree ?? ['select', of.tree, name], type };
}
