import { entryIndex } from '../run/pointer.ts';
import { childOf, emptyGroup, emptyList, type GroupPiece, type Piece } from './pieces.ts';

/** Names from the root to a piece; indexes of entries are written as digits. */
export type Names = readonly string[];

/** What a template found: where, and which entries its `*` stand for. */
export interface Found {
  readonly names: Names;
  readonly indexes: readonly string[];
}

export function namesOf(template: string): Names {
  return template.split('/').slice(1);
}

/** Every place of a template where something stands. */
export function find(root: GroupPiece, template: string): Found[] {
  let found: { piece: Piece; names: string[]; indexes: string[] }[] = [{ piece: root, names: [], indexes: [] }];
  for (const name of namesOf(template)) {
    found = found.flatMap(({ piece, names, indexes }) => {
      const steps = name === '*' ? entryNames(piece) : [name];
      return steps.flatMap((step) => {
        const child = childOf(piece, step);
        if (!child) return [];
        return [{ piece: child, names: [...names, step], indexes: name === '*' ? [...indexes, step] : indexes }];
      });
    });
  }
  return found;
}

function entryNames(piece: Piece): string[] {
  return piece.kind === 'list' ? [...piece.entries.keys()].sort((left, right) => left - right).map(String) : [];
}

/** The place that a template means for given entries. */
export function concrete(template: string, indexes: readonly string[]): Names {
  let next = 0;
  return namesOf(template).map((name) => (name === '*' ? (indexes[next++] ?? '0') : name));
}

export function pieceAt(root: GroupPiece, names: Names): Piece | undefined {
  return names.reduce<Piece | undefined>(childOf, root);
}

/** Takes a piece out of the answers. */
export function take(root: GroupPiece, names: Names): Piece | undefined {
  let holder: Piece | undefined = root;
  for (const name of names.slice(0, -1)) {
    touch(holder);
    holder = childOf(holder, name);
  }
  const last = names.at(-1) ?? '';
  const piece = childOf(holder, last);
  if (!piece) return undefined;
  touch(holder);
  if (holder?.kind === 'group') holder.members.delete(last);
  if (holder?.kind === 'list') holder.entries.delete(Number(last));
  return piece;
}

/**
 * Puts a piece somewhere, with all groups and lists around it. Groups are put together.
 * @param displaced told of what had to make way
 */
export function put(root: GroupPiece, names: Names, piece: Piece, displaced: (piece: Piece) => void): void {
  let holder: Piece = root;
  for (const [index, name] of names.slice(0, -1).entries()) {
    touch(holder);
    const kind = entryIndex(names[index + 1]) === undefined ? 'group' : 'list';
    let child = childOf(holder, name);
    if (child?.kind !== kind) {
      if (child) displaced(child);
      child = kind === 'group' ? emptyGroup() : emptyList();
      set(holder, name, child);
    }
    holder = child;
  }
  touch(holder);
  const last = names.at(-1) ?? '';
  const there = childOf(holder, last);
  if (there?.kind === 'group' && piece.kind === 'group') {
    for (const [name, member] of piece.members) put(root, [...names, name], member, displaced);
    return;
  }
  if (there) displaced(there);
  set(holder, last, piece);
}

function set(holder: Piece, name: string, piece: Piece): void {
  if (holder.kind === 'group') holder.members.set(name, piece);
  else if (holder.kind === 'list') holder.entries.set(Number(name), piece);
}

function touch(piece: Piece | undefined): void {
  if (piece && piece.kind !== 'leaf') piece.untouched = undefined;
}
