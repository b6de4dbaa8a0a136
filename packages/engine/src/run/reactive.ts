import { createReactiveSystem, type Link, type ReactiveNode } from 'alien-signals/system';

/*
 * Signals, computeds and units on the core of `alien-signals`. What it ships as `effect` runs in the order in which
 * things were told to change; a form knows a better one. A *unit* is a value that is kept up to date: it runs in the
 * order of its rank (the program's dependency order) and tells others only when its value has really changed. So one
 * answer costs what truly depends on it, not what might: in a chain of conditions a computed would have every later
 * field look whether it is still right.
 */

/** Reads a value; whatever is being evaluated depends on it from then on. */
export type Read<T> = () => T;

/** A signal: read without, written with an argument. */
export interface Cell<T> {
  (): T;
  (value: T): void;
}

/** A value that is kept up to date from `start` to `stop`. */
export interface Unit<T> extends Read<T> {
  /**
   * Evaluates it, and from now on whenever something it has read changes; lower ranks come first.
   * @returns whether nobody had started it before: who has, stops it. Several nodes may share a unit.
   */
  start(rank: number): boolean;
  stop(): void;
}

interface SignalNode extends ReactiveNode {
  value: unknown;
  next: unknown;
}

interface ComputedNode extends ReactiveNode {
  value: unknown;
  readonly make: (previous: unknown) => unknown;
}

interface WatcherNode extends ReactiveNode {
  readonly run: () => void;
  rank: number;
}

/** The core's links of a node; all there from the start, so that the nodes of a kind have one shape. */
interface Links {
  deps: Link | undefined;
  depsTail: Link | undefined;
  subs: Link | undefined;
  subsTail: Link | undefined;
}

function nodeOf<N extends ReactiveNode>(own: Omit<N, keyof Links>): N {
  const links: Links = { deps: undefined, depsTail: undefined, subs: undefined, subsTail: undefined };
  // The core writes `undefined` where its types have optional properties.
  return { ...links, ...own } as unknown as N;
}

/* The core's flags. */
const mutable = 1;
const watching = 2;
const evaluating = 4;
const dirty = 16;
const pending = 32;

let version = 0;
let depth = 0;
let batches = 0;
let active: ReactiveNode | undefined;
let flushing = false;
/** Watchers to run, as a binary heap by rank. */
const queue: WatcherNode[] = [];

const { link, unlink, propagate, checkDirty, shallowPropagate } = createReactiveSystem({
  update: (node) => ('make' in node ? updateComputed(node as ComputedNode) : updateSignal(node as SignalNode)),
  notify(node) {
    node.flags &= ~watching;
    push(node as WatcherNode);
  },
  unwatched(node) {
    // A computed that nobody needs lets go of what it has read, and is made anew when somebody asks again.
    if ('make' in node && node.depsTail) {
      node.flags = mutable | dirty;
      letGo(node);
    }
  },
});

/** A value that is set from outside. */
export function signal<T>(initial: T): Cell<T> {
  const node = nodeOf<SignalNode>({ value: initial, next: initial, flags: mutable });
  function cell(...value: [] | [T]): T | undefined {
    if (value.length === 0) return readSignal(node) as T;
    writeSignal(node, value[0]);
    return undefined;
  }
  // One function for both; overloads cannot be inferred from it.
  return cell as Cell<T>;
}

/** A value that is made when somebody asks, and made again only after something it has read has changed. */
export function computed<T>(make: (previous?: T) => T): Read<T> {
  const node = nodeOf<ComputedNode>({ value: undefined, flags: 0, make: make as ComputedNode['make'] });
  return () => readComputed(node) as T;
}

/** A value that is kept up to date; before it is started it is made at the first question. */
export function unit<T>(make: () => T): Unit<T> {
  const out = nodeOf<SignalNode>({ value: undefined, next: undefined, flags: mutable });
  let watcher: WatcherNode | undefined;
  const begin = (rank: number): void => {
    const made = nodeOf<WatcherNode>({ flags: watching, rank, run: () => writeSignal(out, make()) });
    watcher = made;
    untracked(() => evaluate(made));
  };
  const start = (rank: number): boolean => {
    if (!watcher) begin(rank);
    // Read before it was started.
    else if (watcher.rank === Number.POSITIVE_INFINITY) watcher.rank = rank;
    else return false;
    return true;
  };
  const read = (): T => {
    if (!watcher) begin(Number.POSITIVE_INFINITY);
    return readSignal(out) as T;
  };
  const stop = (): void => {
    if (!watcher) return;
    watcher.flags = 0;
    letGo(watcher);
  };
  return Object.assign(read, { start, stop });
}

export function startBatch(): void {
  batches++;
}

/** Ends a batch of writes; what depends on them is brought up to date at the end of the outermost. */
export function endBatch(): void {
  if (--batches === 0) flush();
}

/** Runs something without making what is being evaluated depend on it. */
export function untracked<T>(run: () => T): T {
  const before = active;
  active = undefined;
  try {
    return run();
  } finally {
    active = before;
  }
}

function readSignal(node: SignalNode): unknown {
  if (node.flags & dirty && updateSignal(node) && node.subs) shallowPropagate(node.subs);
  if (active) link(node, active, version);
  return node.value;
}

function writeSignal(node: SignalNode, value: unknown): void {
  if (node.next === value) return;
  node.next = value;
  node.flags = mutable | dirty;
  if (!node.subs) return;
  propagate(node.subs, depth > 0);
  if (batches === 0) flush();
}

function updateSignal(node: SignalNode): boolean {
  node.flags = mutable;
  const changed = node.value !== node.next;
  node.value = node.next;
  return changed;
}

function readComputed(node: ComputedNode): unknown {
  const { flags } = node;
  // Never made, told that it is stale, or told that it may be: then what it has read is asked first.
  const isStale = flags === 0 || (flags & dirty) !== 0 || ((flags & pending) !== 0 && dependenciesChanged(node));
  if (isStale) {
    if (updateComputed(node) && node.subs) shallowPropagate(node.subs);
  } else if (flags & pending) node.flags = flags & ~pending;
  if (active) link(node, active, version);
  return node.value;
}

function dependenciesChanged(node: ReactiveNode): boolean {
  return node.deps !== undefined && checkDirty(node.deps, node);
}

function updateComputed(node: ComputedNode): boolean {
  const before = node.value;
  track(node, mutable, () => {
    node.value = node.make(before);
  });
  return before !== node.value;
}

function evaluate(node: WatcherNode): void {
  depth++;
  try {
    track(node, watching, node.run);
  } finally {
    depth--;
  }
}

/** Runs something and notes what it reads. */
function track(node: ReactiveNode, flags: number, run: () => void): void {
  (node as Links).depsTail = undefined;
  node.flags = flags | evaluating;
  const before = active;
  active = node;
  try {
    version++;
    run();
  } finally {
    active = before;
    node.flags &= ~evaluating;
    // What was read before and not this time.
    const { depsTail } = node as Links;
    let stale = depsTail ? depsTail.nextDep : node.deps;
    while (stale) stale = unlink(stale, node);
  }
}

/** Unlinks all that a node has read, the last first. */
function letGo(node: ReactiveNode): void {
  let last = node.depsTail;
  while (last) {
    const { prevDep } = last;
    unlink(last, node);
    last = prevDep;
  }
}

function flush(): void {
  if (flushing) return;
  flushing = true;
  try {
    for (let node = pop(); node; node = pop()) {
      // Stopped meanwhile.
      if (node.flags === 0) continue;
      if (node.flags & dirty || (node.flags & pending && dependenciesChanged(node))) evaluate(node);
      else node.flags = watching;
    }
  } finally {
    flushing = false;
  }
}

function push(node: WatcherNode): void {
  let place = queue.length;
  queue.push(node);
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = queue[above];
    if (!other || other.rank <= node.rank) break;
    queue[place] = other;
    place = above;
  }
  queue[place] = node;
}

function pop(): WatcherNode | undefined {
  const first = queue[0];
  const last = queue.pop();
  if (!first || !last || queue.length === 0) return first;
  let place = 0;
  for (;;) {
    const left = queue[2 * place + 1];
    const right = queue[2 * place + 2];
    const under = right && left && right.rank < left.rank ? right : left;
    if (!under || under.rank >= last.rank) break;
    queue[place] = under;
    place = under === left ? 2 * place + 1 : 2 * place + 2;
  }
  queue[place] = last;
  return first;
}
