import type { JsonValue } from '@schalter/definition';
import type { Environment, GroupValue, ListValue, Value } from '../expression/tree.ts';
import type { MigrationNode, OldType } from '../program.ts';
import { isOfType } from '../run/conform.ts';
import { childOf, type GroupPiece, leavesOf, type Piece } from './pieces.ts';

/*
 * Older answers as expressions see them: of the types that the migration declares; what has another type is unanswered.
 */

/** What is declared below a place: a leaf, a list's entry, or members. */
interface Declared {
  leaf?: OldType;
  readonly members: Map<string, Declared>;
}

export type OlderShape = Declared;

export function olderShape(old: MigrationNode['old']): OlderShape {
  const root: Declared = { members: new Map() };
  for (const [template, type] of old) {
    let place = root;
    for (const name of template.split('/').slice(1)) {
      const next = place.members.get(name) ?? { members: new Map() };
      place.members.set(name, next);
      place = next;
    }
    place.leaf = type;
  }
  return root;
}

/** The shape of a place (`/hunde/*‎`); an empty one where nothing is declared. */
export function shapeAt(root: OlderShape, template: string): OlderShape {
  let place: OlderShape | undefined = root;
  for (const name of template.split('/').slice(1)) place = place?.members.get(name);
  return place ?? { members: new Map() };
}

/** What an expression sees of a piece. */
export function olderValue(piece: Piece | undefined, shape: OlderShape): Value {
  if (shape.leaf !== undefined) return leafValue(piece, shape.leaf);
  const entry = shape.members.get('*');
  return entry ? new OlderList(piece, entry) : new OlderGroup(piece, shape);
}

function leafValue(piece: Piece | undefined, type: OldType): Value {
  const value: JsonValue = piece?.kind === 'leaf' ? piece.value : null;
  const fits = type === 'date' ? isOfType('string', value, 'date') : isOfType(type, value, undefined);
  return fits ? (value as string | number | boolean) : null;
}

class OlderGroup implements GroupValue {
  readonly kind = 'group';
  readonly #piece: Piece | undefined;
  readonly #shape: OlderShape;

  constructor(piece: Piece | undefined, shape: OlderShape) {
    this.#piece = piece;
    this.#shape = shape;
  }

  get(name: string): Value {
    const shape = this.#shape.members.get(name);
    return shape ? olderValue(childOf(this.#piece, name), shape) : null;
  }

  answered(): boolean {
    return isAnswered(this.#piece);
  }
}

class OlderList implements ListValue {
  readonly kind = 'list';
  readonly #entries: readonly Piece[];
  readonly #piece: Piece | undefined;
  readonly #shape: OlderShape;

  constructor(piece: Piece | undefined, shape: OlderShape) {
    this.#piece = piece;
    this.#entries = piece?.kind === 'list' ? [...piece.entries.values()] : [];
    this.#shape = shape;
  }

  length(): number {
    return this.#entries.length;
  }

  at(index: number): Value {
    return olderValue(this.#entries[index], this.#shape);
  }

  answered(): boolean {
    return isAnswered(this.#piece);
  }
}

function isAnswered(piece: Piece | undefined): boolean {
  return piece !== undefined && !leavesOf(piece).next().done;
}

/** Where an expression of a migration stands: in the older answers, or in one entry of them. */
export function olderEnvironment(
  root: GroupPiece,
  shape: OlderShape,
  today: string,
  entry?: { readonly piece: Piece | undefined; readonly shape: OlderShape; readonly index: number },
): Environment {
  const all = new OlderGroup(root, shape);
  const item = entry && olderValue(entry.piece, entry.shape);
  const self = item && typeof item === 'object' && 'kind' in item && item.kind === 'group' ? item : all;
  return {
    root: () => all,
    self: () => self,
    item: () => item,
    index: () => entry?.index ?? 0,
    define: () => undefined,
    today: () => today,
  };
}
