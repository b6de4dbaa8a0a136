import type { JsonObject } from '@schalter/definition';
import { evaluate } from '../expression/evaluate.ts';
import type { HolidaySource, Value } from '../expression/tree.ts';
import { assertProgram } from '../known-program.ts';
import type { Validate } from '../problem.ts';
import type { Program } from '../program.ts';
import type { AnswerServices } from '../session/services.ts';
import { buildEntry, buildGroup } from './build.ts';
import { checkPlaces } from './check-places.ts';
import { always, relevance } from './conditions.ts';
import type { EntryCell } from './entry.ts';
import type { DataCell, GroupCell } from './group.ts';
import type { ListCell } from './list.ts';
import { normaliseAnswer } from './normalise.ts';
import { keptOf, outputOf } from './output.ts';
import { entryIndex, splitPointer } from './pointer.ts';
import { type Prefill, prefillIn } from './prefill.ts';
import { type Cell, endBatch, type Read, signal, startBatch, unit, untracked } from './signals.ts';
import { ordersOf, warm } from './warm.ts';
import type { World } from './world.ts';

export interface StoreOptions {
  readonly validate: Validate;
  /** ISO date. */
  readonly today: string;
  readonly answers?: JsonObject;
  readonly holidays?: HolidaySource;
  /** Fills unanswered leaves; absent when answers are restored or judged as they are. */
  readonly prefill?: Prefill;
  readonly services?: AnswerServices;
}

/** The answers of one session and all that is computed from them; knows no pages. */
export interface Store {
  readonly program: Program;
  readonly world: World;
  readonly root: GroupCell;
  readonly today: Cell<string>;
  /** The cell at a JSON Pointer, `undefined` where there is none. */
  find(pointer: string): DataCell | undefined;
  findEntry(pointer: string): EntryCell | undefined;
  /** Why an answer would not be kept. */
  refuses(pointer: string, value: unknown): string | undefined;
  /** Keeps an answer; answers a code where that is refused, and then nothing has changed. */
  answer(pointer: string, value: unknown): string | undefined;
  addItem(list: ListCell): EntryCell | undefined;
  removeItem(entry: EntryCell): void;
  moveItem(entry: EntryCell, to: number): void;
  /** Whether one more entry fits. */
  canAdd(list: ListCell): boolean;
  kept(): JsonObject;
  submission(): JsonObject;
  dispose(): void;
}

/** Creates the cells of a program, evaluates them in dependency order and keeps them up to date. */
export function createStore(program: Program, options: StoreOptions): Store {
  assertProgram(program);
  const today = signal(options.today);
  const conditions = new Map<string, Read<boolean>>();
  const defines = new Map<string, Read<Value>>();
  const prefill = options.prefill;
  let keys = 0;
  let root: GroupCell | undefined;

  const world: World = {
    program,
    validate: options.validate,
    holidays: options.holidays,
    services: options.services,
    today,
    root: () => built(),
    define: (name) => defines.get(name)?.(),
    stepCondition: (id) => conditions.get(id),
    checks: checkPlaces(program),
    nextKey: () => `e${++keys}`,
  };
  const built = (): GroupCell => {
    root ??= untracked(() => buildGroup(world, program.root, undefined, undefined, options.answers));
    return root;
  };
  for (const [name, tree] of Object.entries(program.defines)) {
    defines.set(
      name,
      unit(() => evaluate(tree, built().environment())),
    );
  }
  for (const { id, forEach, when } of program.steps) {
    if (when && forEach === undefined) {
      conditions.set(
        id,
        relevance(always, when, () => built().environment()),
      );
    }
  }
  const rootCell = built();
  // What was restored is not filled again: a person may have emptied it.
  if (prefill && !prefill.entriesOnly) prefillIn(rootCell, prefill);
  const orders = ordersOf(program);
  const stop = warm(orders.all, rootCell, (kind, name) => (kind === 'd' ? defines.get(name) : conditions.get(name)));

  const canAdd = (list: ListCell) => list.node.maxItems === undefined || list.entries().length < list.node.maxItems;

  const warmEntry = (entry: EntryCell) => {
    const { content, list } = entry;
    const units = orders.inside.get(list.node.template);
    if (content?.kind !== 'group' || !units) return;
    entry.disposer = warm(units, content, () => undefined);
  };

  const append = (list: ListCell): EntryCell =>
    untracked(() => {
      const entries = list.entries();
      const entry = buildEntry(list, entries.length, undefined);
      if (prefill && entry.content?.kind === 'group') prefillIn(entry.content, prefill);
      warmEntry(entry);
      list.entries([...entries, entry]);
      return entry;
    });

  const find = (pointer: string): DataCell | undefined => {
    const names = splitPointer(pointer);
    let cell: DataCell | undefined = names && rootCell;
    for (const name of names ?? []) {
      if (cell?.kind === 'group') cell = cell.member(name);
      else if (cell?.kind === 'list') cell = entryAt(cell, name)?.content;
      else return undefined;
    }
    return cell;
  };

  /** The list and the position that a pointer to an entry names. */
  const placeOf = (pointer: string): Row | undefined => {
    const end = typeof pointer === 'string' ? pointer.lastIndexOf('/') : -1;
    const list = end === -1 ? undefined : find(pointer.slice(0, end));
    const index = list && entryIndex(pointer.slice(end + 1));
    return list?.kind === 'list' && index !== undefined ? { list, index } : undefined;
  };

  const offeredRow = (pointer: string): Row | undefined => {
    const place = placeOf(pointer);
    const offered = place && place.index < offeredRows(place.list) && place.index >= place.list.entries().length;
    return offered ? place : undefined;
  };

  const arrange = (list: ListCell, entries: readonly EntryCell[]) => {
    startBatch();
    list.entries(entries);
    for (const [index, entry] of entries.entries()) entry.position(index);
    endBatch();
  };

  /** Where an answer goes and what is kept of it, or why it is refused. */
  const take = (pointer: string, value: unknown) => {
    const cell = find(pointer);
    const row = cell ? undefined : offeredRow(pointer);
    const node = cell ? cell.node : row?.list.node.item;
    if (node?.kind !== 'leaf') return 'unknown-field';
    if (node.value) return 'read-only';
    const asked = cell?.kind === 'leaf' ? cell : row?.list;
    const taken = asked && options.services?.refuses(asked);
    if (taken !== undefined) return taken;
    const answer = normaliseAnswer(node, value);
    if (answer === undefined) return 'not-an-answer';
    return { cell: cell?.kind === 'leaf' ? cell : undefined, row, answer };
  };

  return {
    program,
    world,
    root: rootCell,
    today,
    canAdd,
    find,

    findEntry(pointer) {
      const place = placeOf(pointer);
      return place?.list.entries()[place.index];
    },

    refuses: (pointer, value) => {
      const found = take(pointer, value);
      return typeof found === 'string' ? found : undefined;
    },

    answer(pointer, value) {
      const found = take(pointer, value);
      if (typeof found === 'string') return found;
      const { cell, row, answer } = found;
      startBatch();
      try {
        if (cell) cell.raw(answer);
        else if (row && answer !== null) {
          let entry = append(row.list);
          while (entry.position() < row.index) entry = append(row.list);
          if (entry.content?.kind === 'leaf') entry.content.raw(answer);
        }
      } finally {
        endBatch();
      }
      return undefined;
    },

    addItem(list) {
      if (!canAdd(list)) return undefined;
      return append(list);
    },

    removeItem(entry) {
      arrange(entry.list, without(entry));
      entry.dispose();
    },

    moveItem(entry, to) {
      const others = without(entry);
      arrange(entry.list, [...others.slice(0, to), entry, ...others.slice(to)]);
    },

    kept: () => untracked(() => (keptOf(rootCell) ?? {}) as JsonObject),
    submission: () => untracked(() => (outputOf(rootCell) ?? {}) as JsonObject),

    dispose() {
      disposeEntries(rootCell);
      stop();
    },
  };
}

interface Row {
  readonly list: ListCell;
  readonly index: number;
}

/** The other entries of its list. */
function without(entry: EntryCell): readonly EntryCell[] {
  return entry.list.entries().filter((other) => other !== entry);
}

function entryAt(list: ListCell, name: string): EntryCell | undefined {
  const index = entryIndex(name);
  return index === undefined ? undefined : list.entries()[index];
}

/** Rows that a list of plain values offers before they exist. */
export function offeredRows(list: ListCell): number {
  return list.plain ? Math.max(list.node.minItems, list.required() ? 1 : 0) : 0;
}

function disposeEntries(cell: DataCell): void {
  if (cell.kind === 'group') {
    for (const member of [...cell.members.values()].reverse()) disposeEntries(member);
  } else if (cell.kind === 'list') {
    for (const entry of [...cell.entries()].reverse()) {
      if (entry.content) disposeEntries(entry.content);
      entry.dispose();
    }
  }
}
