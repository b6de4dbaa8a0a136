import type { Environment, GroupValue, HolidaySource, Value } from '../expression/tree.ts';
import type { EntryCell } from './entry.ts';
import type { GroupCell } from './group.ts';
import type { World } from './world.ts';

/** What the expressions at one place see: `self` is a group, `item` the nearest entry around it. */
export class CellEnvironment implements Environment {
  readonly holidays?: HolidaySource;
  readonly #world: World;
  readonly #group: GroupCell;
  readonly #entry: EntryCell | undefined;

  constructor(world: World, group: GroupCell, entry: EntryCell | undefined) {
    this.#world = world;
    this.#group = group;
    this.#entry = entry;
    if (world.holidays) this.holidays = world.holidays;
  }

  root(): GroupValue {
    return this.#world.root();
  }

  self(): GroupValue {
    return this.#group;
  }

  item(as?: string): Value {
    return this.#find(as)?.value();
  }

  index(as?: string): number {
    return this.#find(as)?.position() ?? 0;
  }

  define(name: string): Value {
    return this.#world.define(name);
  }

  today(): string {
    return this.#world.today();
  }

  #find(as: string | undefined): EntryCell | undefined {
    let entry = this.#entry;
    while (entry && as !== undefined && entry.list.node.as !== as) entry = entry.list.group.entry;
    return entry;
  }
}
