import type { JsonObject } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import type { ServiceNode } from '../program.ts';
import { type Context, compileAt } from './context.ts';
import { checkLookup } from './lookup.ts';
import { below, isObject, objectOf, some, textOf } from './raw.ts';
import { type Nodes, type Reads, readsOf } from './references.ts';
import type { Texts } from './texts.ts';

/** What does not stand among the settings as written. */
const compiled = ['when', 'amount', 'to', 'title'];

/** Compiles the services' expressions; what else stands there is the deployment's business and kept as written. */
export function compileServices(
  context: Context,
  texts: Texts,
  nodes: Nodes,
  defines: Readonly<Record<string, Expression>>,
): Record<string, ServiceNode> {
  const services: Record<string, ServiceNode> = {};
  const named = new Set<string>();
  for (const node of nodes.values()) if (node.kind === 'leaf' && node.service !== undefined) named.add(node.service);
  for (const [name, service] of Object.entries(objectOf(context.form, 'services'))) {
    const at = below('/services', name);
    const compile = (keyword: string, kind: 'boolean' | 'number' | 'string') =>
      compileAt(context, below(at, keyword), textOf(service, keyword), context.root, [kind]);
    const when = compile('when', 'boolean');
    const amount = compile('amount', 'number');
    const to = compile('to', 'string');
    const settings: JsonObject = isObject(service)
      ? Object.fromEntries(Object.entries(service).filter(([key]) => !compiled.includes(key)))
      : {};
    checkLookup(context, name, service, named.has(name));
    services[name] = {
      kind: textOf(service, 'kind') ?? '',
      ...some('title', texts.line(below(at, 'title'), textOf(service, 'title'), context.root)),
      ...some('when', when),
      ...some('amount', amount),
      ...some('to', to),
      reads: leavesRead(
        [when, amount].filter((tree) => tree !== undefined),
        (tree) => readsOf(tree, context.root, nodes),
        defines,
      ),
      settings,
    };
  }
  return services;
}

/** Templates of the leaves that expressions read, named expressions followed. */
export function leavesRead(
  trees: readonly Expression[],
  reads: (tree: Expression) => Reads,
  defines: Readonly<Record<string, Expression>>,
): string[] {
  const leaves = new Set<string>();
  const followed = new Set<string>();
  const waiting = [...trees];
  for (let tree = waiting.pop(); tree; tree = waiting.pop()) {
    const found = reads(tree);
    for (const leaf of found.leaves) leaves.add(leaf);
    for (const unit of found.units) {
      if (!unit.startsWith('d:') || followed.has(unit)) continue;
      followed.add(unit);
      const define = defines[unit.slice(2)];
      if (define) waiting.push(define);
    }
  }
  return [...leaves];
}
