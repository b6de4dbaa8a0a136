import { templateOf } from '@schalter/definition';
import type { DataNode, LeafNode } from '../program.ts';
import { type Context, report } from './context.ts';
import { didYouMean, suggest } from './expression-suggest.ts';
import type { Nodes } from './references.ts';

/** Checks the places of one migration. Only those of this very version are known: between older ones all fit. */
export interface Places {
  /** A new place that an answer goes to, each once. @param at where it stands in form.json */
  to(pointer: string, at: string): DataNode | undefined;
  /** The same, of a single answer. @param keyword what gives it */
  toField(pointer: string, at: string, keyword: string): LeafNode | undefined;
  /** A new place whose answer is changed where it stands. */
  fieldAt(pointer: string, at: string, keyword: string): LeafNode | undefined;
  /** An old place whose answer is taken away, each once. */
  from(pointer: string, at: string): void;
  /** Entries become entries: both lie in equally many lists. */
  pair(from: string, to: string, at: string): boolean;
}

/** @param nodes those of the form, if the migration leads to this version */
export function migrationPlaces(context: Context, nodes: Nodes | undefined): Places {
  const targets = new Set<string>();
  const sources = new Set<string>();

  const nodeAt = (pointer: string, at: string): DataNode | undefined => {
    if (!nodes) return undefined;
    const node = nodes.get(templateOf(pointer));
    if (!node && !context.broken.has(templateOf(pointer))) {
      const known = suggest(pointer, [...nodes.keys()]);
      report(context, 'migration-place-unknown', at, { pointer, suggestion: didYouMean(known) });
    }
    if (node?.kind === 'leaf' && node.value) report(context, 'migration-place-computed', at, { pointer });
    return node;
  };

  const once = (
    seen: Set<string>,
    pointer: string,
    at: string,
    code: 'migration-place-twice' | 'migration-source-twice',
  ) => {
    if (seen.has(pointer)) report(context, code, at, { pointer });
    seen.add(pointer);
  };

  const leafOf = (node: DataNode | undefined, pointer: string, at: string, keyword: string): LeafNode | undefined => {
    if (node && node.kind !== 'leaf') report(context, 'migration-place-group', at, { pointer, keyword });
    return node?.kind === 'leaf' ? node : undefined;
  };

  const places: Places = {
    to(pointer, at) {
      once(targets, pointer, at, 'migration-place-twice');
      return nodeAt(pointer, at);
    },
    toField: (pointer, at, keyword) => leafOf(places.to(pointer, at), pointer, at, keyword),
    fieldAt: (pointer, at, keyword) => leafOf(nodeAt(pointer, at), pointer, at, keyword),
    from(pointer, at) {
      once(sources, pointer, at, 'migration-source-twice');
    },
    pair(from, to, at) {
      const fits = stars(from) === stars(to);
      if (!fits) report(context, 'migration-entries', at, { from, to });
      return fits;
    },
  };
  return places;
}

/** In how many lists a place lies, single entries (`/hunde/0`) left aside. */
export function stars(template: string): number {
  return template.split('/').filter((name) => name === '*').length;
}
