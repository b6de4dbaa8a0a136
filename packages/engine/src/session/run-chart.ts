import { type ActorLogic, type ActorScope, type AnyActorRef, createActor } from 'xstate';
import type { ChartNode, Transition } from '../chart/node.ts';
import { actions, draftDelays, guards, leads, type Moment, tasks } from './behaviour.ts';
import type { ChartEvent, ChartInput } from './chart-event.ts';

/*
 * Runs the chart of a form as the logic of an XState actor. XState's own interpreter does the same for every chart there
 * may be and weighs three times as much as the rest of the actor; this one knows what `ChartNode` says. Tests hold both
 * equal (chart/chart.test.ts).
 */

/** Where the chart is: names of states, outer before inner ones, as XState writes them. */
export type ChartValue = string | { readonly [name: string]: ChartValue };

export interface ChartSnapshot {
  readonly status: 'active';
  readonly output: undefined;
  readonly error: undefined;
  readonly value: { readonly form: ChartValue; readonly draft: ChartValue };
  /** The actors of services, by their id. */
  readonly children: Readonly<Record<string, AnyActorRef>>;
}

export type ChartLogic = ActorLogic<ChartSnapshot, ChartEvent, ChartInput>;

type Scope = ActorScope<ChartSnapshot, ChartEvent>;

interface State {
  readonly name: string;
  readonly node: ChartNode;
  readonly parent: State | undefined;
  readonly children: readonly State[];
  readonly on: ReadonlyMap<string, readonly Transition[]>;
}

interface States {
  readonly root: State;
  readonly byId: ReadonlyMap<string, State>;
}

/** The logic of one session's actor. */
export function runChart(chart: ChartNode): ChartLogic {
  let run: Run | undefined;
  return {
    config: chart,
    getInitialSnapshot(scope, input) {
      run = start(statesOf(chart), scope, input);
      return run.snapshot();
    },
    transition(snapshot, event) {
      run?.take(event);
      return run?.snapshot() ?? snapshot;
    },
    getPersistedSnapshot: (snapshot) => snapshot,
  };
}

function statesOf(chart: ChartNode): States {
  const byId = new Map<string, State>();
  const read = (name: string, node: ChartNode, parent: State | undefined): State => {
    const { after = {}, invoke } = node;
    const on = new Map(Object.entries(node.on ?? {}));
    for (const [delay, taken] of Object.entries(after)) on.set(`after.${delay}`, taken);
    if (invoke) on.set(`done.${invoke.src}`, invoke.onDone).set(`error.${invoke.src}`, invoke.onError);
    const children: State[] = [];
    const state = { name, node, parent, children, on };
    if (node.id !== undefined) byId.set(node.id, state);
    for (const [inner, child] of Object.entries(node.states ?? {})) children.push(read(inner, child, state));
    return state;
  };
  return { root: read('', chart, undefined), byId };
}

interface Run {
  snapshot(): ChartSnapshot;
  /** Handles an event, and those that it raises. */
  take(event: ChartEvent): void;
}

interface Found {
  readonly source: State;
  readonly transition: Transition;
  readonly to: State | undefined;
}

type Select = (state: State) => readonly Transition[] | undefined;

function start({ root, byId }: States, scope: Scope, input: ChartInput): Run {
  /** The innermost active state of each region. */
  const active: State[] = [];
  /** What has to be given up when a state is left. */
  const pending = new Map<State, () => void>();
  const raised: ChartEvent[] = [];
  const children: Record<string, AnyActorRef> = {};
  let snapshot: ChartSnapshot | undefined;

  const tell = (type: string, brought: object = {}) => scope.self.send({ type, ...brought } as ChartEvent);

  const momentOf = (event: ChartEvent): Moment => ({
    ...input,
    event,
    raise: (next) => raised.push(next),
    spawn(logic, options) {
      const child = createActor(logic, { ...options, parent: scope.self });
      children[options.id] = child;
      snapshot = undefined;
      child.start();
    },
    stop(id) {
      const child = children[id];
      if (child) scope.stopChild(child);
      delete children[id];
      snapshot = undefined;
    },
  });

  /** The first transition that holds, of the innermost state that has one. */
  const choose = (leaf: State, select: Select, moment: Moment): Found | undefined => {
    for (let source: State | undefined = leaf; source; source = source.parent) {
      for (const transition of select(source) ?? []) {
        const { guard, target, leads: told } = transition;
        const id = told === undefined ? target?.slice(1) : leads[told]?.(moment);
        const to = id === undefined ? undefined : byId.get(id);
        const holds = guard === undefined || guards[guard]?.(moment);
        if (holds && (to || told === undefined)) return { source, transition, to };
      }
    }
    return undefined;
  };

  /**
   * Takes in each region the first transition that holds.
   * @returns whether there was any
   */
  const follow = (select: Select, moment: Moment): boolean => {
    const chosen = active.map((state) => choose(state, select, moment));
    for (const [region, found] of chosen.entries()) {
      // What the chart as a whole takes, it takes once.
      const first = chosen.findIndex((other) => other?.transition === found?.transition);
      if (found && first === region) go(region, found, moment);
    }
    return chosen.some((found) => found);
  };

  /** Takes what is taken without an event, until nothing is. */
  const settle = (moment: Moment): void => {
    while (follow(({ node }) => node.always, moment));
  };

  const go = (region: number, { source, transition, to }: Found, moment: Moment): void => {
    if (!to) {
      act(transition.actions, moment);
      return;
    }
    // Out to what surrounds both: a state that leads to itself is left and entered again.
    let domain: State | undefined = source;
    while (domain && (domain === to || !within(to, domain))) domain = domain.parent;
    for (let left = active[region]; left && left !== domain; left = left.parent) {
      pending.get(left)?.();
      pending.delete(left);
    }
    act(transition.actions, moment);
    const path: State[] = [];
    for (let entered: State | undefined = to; entered && entered !== domain; entered = entered.parent) {
      path.unshift(entered);
    }
    active[region] = enter(path, moment);
    snapshot = undefined;
  };

  /** Enters states, the outer first, and what is initial in the last one. */
  const enter = (path: State[], moment: Moment): State => {
    let last = root;
    for (const state of path) {
      last = state;
      const { entry, after, invoke, initial } = state.node;
      act(entry, moment);
      for (const delay of Object.keys(after ?? {})) wait(state, delay);
      if (invoke) work(state, invoke.src);
      const inner = state === path.at(-1) && state.children.find(({ name }) => name === initial);
      if (inner) path.push(inner);
    }
    return last;
  };

  const wait = (state: State, delay: string): void => {
    const { clock } = scope.self as unknown as { clock: Scope['system']['_clock'] };
    const handle = clock.setTimeout(() => tell(`after.${delay}`), draftDelays[delay] ?? 0);
    pending.set(state, () => clock.clearTimeout(handle));
  };

  const work = (state: State, task: string): void => {
    const control = new AbortController();
    const report = (end: string, brought: object) => {
      if (!control.signal.aborted) tell(`${end}.${task}`, brought);
    };
    pending.set(state, () => control.abort());
    // Whatever it throws at once is its failure too.
    const run = async () => tasks[task]?.(input, control.signal);
    run().then(
      (output) => report('done', { output }),
      (error: unknown) => report('error', { error }),
    );
  };

  const beginning = momentOf({ type: 'xstate.init' } as unknown as ChartEvent);
  for (const region of root.children) active.push(enter([region], beginning));
  settle(beginning);

  return {
    snapshot() {
      snapshot ??= {
        status: 'active',
        output: undefined,
        error: undefined,
        value: Object.fromEntries(active.map(placeIn)) as ChartSnapshot['value'],
        children: { ...children },
      };
      return snapshot;
    },

    take(event) {
      // How an actor says that it was stopped.
      if ((event.type as string) === 'xstate.stop') {
        for (const giveUp of pending.values()) giveUp();
        for (const child of Object.values(children)) scope.stopChild(child);
        return;
      }
      for (let next: ChartEvent | undefined = event; next; next = raised.shift()) {
        const { type } = next;
        const moment = momentOf(next);
        follow(({ on }) => on.get(type), moment);
        settle(moment);
      }
    },
  };
}

function act(names: readonly string[] | undefined, moment: Moment): void {
  for (const name of names ?? []) actions[name]?.(moment);
}

/** Whether a state is another one or lies in it. */
function within(state: State, around: State): boolean {
  for (let one: State | undefined = state; one; one = one.parent) if (one === around) return true;
  return false;
}

/** The name of a region and where it is. */
function placeIn(leaf: State): [string, ChartValue] {
  let value: ChartValue = leaf.name;
  let state = leaf.parent;
  while (state?.parent?.parent) {
    value = { [state.name]: value };
    state = state.parent;
  }
  return [state?.name ?? '', value];
}
