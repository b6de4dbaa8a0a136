import type { JsonValue } from '@schalter/definition';
import type { LeafNode, ListNode, ProgramNode } from '../../program.ts';
import type { Scalar } from '../circuit/cell.ts';
import type { Instance } from '../circuit/instance.ts';
import type { Model } from '../circuit/model.ts';
import type { Found } from '../solve/search.ts';
import { candidatesFor } from './candidates.ts';
import type { Samples } from './samples.ts';

/** Answers of one entry, by their path in it (`/name`; '' of a plain value). */
export type EntryKind = ReadonlyMap<string, JsonValue>;

/** The entry that was found for a macro. */
export function entryKind(found: Found, entry: Instance, samples: Samples): EntryKind | undefined {
  const kind = new Map<string, JsonValue>();
  for (const [variable, atom] of found.atoms) {
    const { source } = variable;
    if (source.kind !== 'leaf' || source.instance?.key !== entry.key) continue;
    const [value] = samples.of(variable, atom);
    if (value === undefined) return undefined;
    if (value !== null) kind.set(source.leaf.template.slice(entry.list.length + 2), value);
  }
  return kind;
}

/**
 * Entries to try in a list: none, one, two of each kind, two different ones, and as many as constants speak of.
 * @param kept so many entries stay before them
 */
export function listsOf(
  adjusting: {
    readonly model: Model;
    readonly samples: Samples;
    readonly entryKinds: ReadonlyMap<string, readonly EntryKind[]>;
  },
  list: string,
  constants: ReadonlySet<Scalar>,
  today: string,
  kept: number,
): EntryKind[][] {
  const { model, samples, entryKinds } = adjusting;
  const node = model.nodes.get(list);
  if (node?.kind !== 'list') return [];
  const asked = entryKinds.get(list) ?? [];
  const kinds = distinct([...asked, fullKind(node, samples, ''), ...plainKinds(model, node, constants, today)]);
  const lists: EntryKind[][] = [[]];
  for (const kind of kinds) lists.push([kind]);
  for (const kind of kinds) lists.push([kind, kind]);
  const few = kinds.slice(0, 4);
  for (const one of few) for (const other of few) if (one !== other) lists.push([one, other]);
  const numbers = [...constants].filter((one) => typeof one === 'number');
  const sizes = numbers.flatMap((number) => [number, number + 1, number - 1]).filter((size) => size > 2 && size <= 60);
  for (const size of new Set(sizes)) for (const kind of few) lists.push(Array.from({ length: size }, () => kind));
  const most = node.maxItems ?? Number.POSITIVE_INFINITY;
  return lists.filter(({ length }) => kept + length <= most);
}

/** Entries in which one field is answered, around constants; and a blank one. */
function plainKinds(model: Model, list: ListNode, constants: ReadonlySet<Scalar>, today: string): EntryKind[] {
  const { item } = list;
  const values = (leaf: LeafNode, count: number) => candidatesFor(model, leaf, constants, today).slice(0, count);
  if (item.kind === 'leaf') return values(item, 12).map((value) => new Map([['', value]]));
  const kinds: EntryKind[] = [new Map()];
  for (const member of item.members) {
    if (member.kind !== 'leaf' || member.value) continue;
    for (const value of values(member, 12)) kinds.push(new Map([[`/${member.name}`, value]]));
  }
  return kinds;
}

/** An entry in which every field is answered with something, each list in it by one entry. */
function fullKind(list: ListNode, samples: Samples, path: string): EntryKind {
  const kind = new Map<string, JsonValue>();
  const add = (node: ProgramNode, at: string): void => {
    if (node.kind === 'group') for (const member of node.members) add(member, `${at}/${member.name}`);
    if (node.kind === 'list') for (const [inside, value] of fullKind(node, samples, `${at}/0`)) kind.set(inside, value);
    if (node.kind !== 'leaf' || node.value) return;
    const [value] = samples.plain(node);
    if (value !== undefined) kind.set(at, value);
  };
  add(list.item, path);
  return kind;
}

function distinct(kinds: readonly EntryKind[]): EntryKind[] {
  const known = new Map(kinds.map((kind) => [JSON.stringify([...kind]), kind]));
  return [...known.values()].slice(0, 40);
}
