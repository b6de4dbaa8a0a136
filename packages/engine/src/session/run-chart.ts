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

const known = new WeakMap<ChartNode, States>();

/** The logic of one session's actor. */
export function runChart(chart: ChartNode): ChartLogic {
  const states = known.get(chart) ?? statesOf(chart);
  known.set(chart, states);
  let run: Run | undefined;
  return {
    config: chart,
    getInitialSnapshot(scope, input) {
      run = new Run(states, scope, input);
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

class Run {
  readonly #states: States;
  readonly #scope: Scope;
  readonly #input: ChartInput;
  /** The innermost active state of each region. */
  readonly #active: State[] = [];
  /** What has to be given up when a state is left. */
  readonly #pending = new Map<State, () => void>();
  readonly #raised: ChartEvent[] = [];
  readonly #children: Record<string, AnyActorRef> = {};
  #snapshot: ChartSnapshot | undefined;

  constructor(states: States, scope: Scope, input: ChartInput) {
    this.#states = states;
    this.#scope = scope;
    this.#input = input;
    const moment = this.#momentOf({ type: 'xstate.init' } as unknown as ChartEvent);
    for (const region of states.root.children) this.#active.push(this.#enter([region], moment));
    this.#settle(moment);
  }

  snapshot(): ChartSnapshot {
    this.#snapshot ??= {
      status: 'active',
      output: undefined,
      error: undefined,
      value: Object.fromEntries(this.#active.map(placeIn)) as ChartSnapshot['value'],
      children: { ...this.#children },
    };
    return this.#snapshot;
  }

  /** Handles an event, and those that it raises. */
  take(event: ChartEvent): void {
    // How an actor says that it was stopped.
    if ((event.type as string) === 'xstate.stop') {
      this.#stop();
      return;
    }
    for (let next: ChartEvent | undefined = event; next; next = this.#raised.shift()) {
      const { type } = next;
      const moment = this.#momentOf(next);
      this.#follow(({ on }) => on.get(type), moment);
      this.#settle(moment);
    }
  }

  /** Takes what is taken without an event, until nothing is. */
  #settle(moment: Moment): void {
    while (this.#follow(({ node }) => node.always, moment));
  }

  /**
   * Takes in each region the first transition that holds, of the innermost state that has one.
   * @returns whether there was any
   */
  #follow(of: (state: State) => readonly Transition[] | undefined, moment: Moment): boolean {
    const taken = this.#active.map((state) => this.#choose(state, of, moment));
    let any = false;
    for (const [region, found] of taken.entries()) {
      // What the chart as a whole takes, it takes once.
      if (!found || taken.findIndex((other) => other?.transition === found.transition) < region) continue;
      any = true;
      this.#go(region, found, moment);
    }
    return any;
  }

  /** The first transition that holds, of the innermost state that has one. */
  #choose(leaf: State, of: (state: State) => readonly Transition[] | undefined, moment: Moment): Found | undefined {
    for (let source: State | undefined = leaf; source; source = source.parent) {
      for (const transition of of(source) ?? []) {
        const { guard, target, leads: told } = transition;
        const id = told === undefined ? target?.slice(1) : leads[told]?.(moment);
        const to = id === undefined ? undefined : this.#states.byId.get(id);
        if ((to || told === undefined) && (guard === undefined || guards[guard]?.(moment)))
          return { source, transition, to };
      }
    }
    return undefined;
  }

  #go(region: number, { source, transition, to }: Found, moment: Moment): void {
    const { reenter } = transition;
    if (!to) {
      act(transition.actions, moment);
      return;
    }
    let domain: State | undefined = source;
    // Out to what surrounds both, unless it leads further in.
    if (reenter || !within(to, source))
      do domain = domain?.parent;
      while (domain && (domain === to || !within(to, domain)));
    for (let left = this.#active[region]; left && left !== domain; left = left.parent) this.#leave(left, moment);
    act(transition.actions, moment);
    const path: State[] = [];
    for (let entered: State | undefined = to; entered && entered !== domain; entered = entered.parent) {
      path.unshift(entered);
    }
    this.#active[region] = this.#enter(path, moment);
    this.#snapshot = undefined;
  }

  /** Enters states, the outer first, and what is initial in the last one. */
  #enter(path: State[], moment: Moment): State {
    let last = path[0] as State;
    for (const state of path) {
      last = state;
      const { entry, after, invoke, initial } = state.node;
      act(entry, moment);
      if (after) this.#wait(state, Object.keys(after));
      if (invoke) this.#invoke(state, invoke.src);
      const inner = state === path.at(-1) && state.children.find(({ name }) => name === initial);
      if (inner) path.push(inner);
    }
    return last;
  }

  #leave(state: State, moment: Moment): void {
    this.#pending.get(state)?.();
    this.#pending.delete(state);
    act(state.node.exit, moment);
  }

  #wait(state: State, delays: readonly string[]): void {
    const { clock } = this.#scope.self as unknown as { clock: Scope['system']['_clock'] };
    const handles = delays.map((delay) =>
      clock.setTimeout(() => this.#tell({ type: `after.${delay}` }), draftDelays[delay] ?? 0),
    );
    this.#pending.set(state, () => {
      for (const handle of handles) clock.clearTimeout(handle);
    });
  }

  #invoke(state: State, task: string): void {
    const control = new AbortController();
    const tell = (event: { readonly type: string }) => {
      if (!control.signal.aborted) this.#tell(event);
    };
    this.#pending.set(state, () => control.abort());
    // Whatever it throws at once is its failure too.
    const run = async () => tasks[task]?.(this.#input, control.signal);
    run().then(
      (output) => tell({ type: `done.${task}`, output } as { type: string }),
      (error: unknown) => tell({ type: `error.${task}`, error } as { type: string }),
    );
  }

  #tell(event: { readonly type: string }): void {
    this.#scope.self.send(event as ChartEvent);
  }

  #stop(): void {
    for (const giveUp of this.#pending.values()) giveUp();
    for (const child of Object.values(this.#children)) this.#scope.stopChild(child);
  }

  #momentOf(event: ChartEvent): Moment {
    return {
      ...this.#input,
      event,
      raise: (raised) => this.#raised.push(raised),
      spawn: (logic, { id, input }) => {
        const child = createActor(logic, { id, input, parent: this.#scope.self });
        this.#children[id] = child;
        this.#snapshot = undefined;
        child.start();
      },
      stop: (id) => {
        const child = this.#children[id];
        if (child) this.#scope.stopChild(child);
        delete this.#children[id];
        this.#snapshot = undefined;
      },
    };
  }
}

interface Found {
  readonly source: State;
  readonly transition: Transition;
  readonly to: State | undefined;
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
