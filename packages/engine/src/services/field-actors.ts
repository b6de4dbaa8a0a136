import type { AnyActorLogic, InputFrom } from 'xstate';
import type { EntryCell } from '../run/entry.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { ListCell } from '../run/list.ts';
import { type Cell, signal } from '../run/signals.ts';
import type { Child, KindHost } from './service-kind.ts';

type Place = LeafCell | ListCell;

/** The actors of a service that stands at fields: one per field (or list) in use, made when it is first used. */
export class FieldActors<Logic extends AnyActorLogic> {
  readonly #host: KindHost;
  readonly #name: string;
  readonly #logic: Logic;
  readonly #children = new Map<Place, Child<Logic>>();
  /** Told of each new actor: what asked for it in vain looks again. */
  readonly #known: Cell<number> = signal(0);
  #made = 0;

  /** @param name begins the actors' ids: `termin/1` */
  constructor(host: KindHost, name: string, logic: Logic) {
    this.#host = host;
    this.#name = name;
    this.#logic = logic;
  }

  /** Read as a signal. */
  at(cell: Place): Child<Logic> | undefined {
    this.#known();
    return this.#children.get(cell);
  }

  open(cell: Place, input: InputFrom<Logic>): Child<Logic> {
    this.#made++;
    const child = this.#host.spawn(`${this.#name}/${this.#made}`, this.#logic, input);
    this.#children.set(cell, child);
    this.#known(this.#made);
    return child;
  }

  close(cell: Place): void {
    this.#children.get(cell)?.stop();
    this.#children.delete(cell);
    this.#known(-this.#made - this.#children.size);
  }

  *[Symbol.iterator](): Generator<[Place, Child<Logic>]> {
    yield* [...this.#children];
  }

  /** Those whose field is no more: its entry was removed. */
  *gone(): Generator<[Place, Child<Logic>]> {
    for (const [cell, child] of this) if (!isAttached(cell)) yield [cell, child];
  }
}

/** Whether a cell is still part of the answers. */
export function isAttached(cell: Place): boolean {
  let entry: EntryCell | undefined = cell.kind === 'leaf' ? (cell.own ?? cell.group.entry) : cell.group.entry;
  for (; entry; entry = entry.list.group.entry) if (!entry.list.entries().includes(entry)) return false;
  return true;
}
