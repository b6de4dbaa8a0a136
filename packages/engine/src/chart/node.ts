/*
 * A statechart as JSON: the part of XState's format that the chart of a form needs, and one thing more (`leads`). A
 * session runs it as it is (session/run-chart.ts), XState once it is drawn out (chart/machine.ts).
 */

export interface ChartNode {
  /** Unique in the chart; what transitions lead to has one. */
  readonly id?: string;
  /** Only the chart itself: all its regions are active at once. */
  readonly type?: 'parallel';
  readonly initial?: string;
  /** Names of actions. */
  readonly entry?: readonly string[];
  /** Taken as soon as its guard holds. */
  readonly always?: readonly Transition[];
  /** By event. */
  readonly on?: Readonly<Record<string, readonly Transition[]>>;
  /** By the name of a delay; a state has at most one, or one invocation. */
  readonly after?: Readonly<Record<string, readonly Transition[]>>;
  readonly invoke?: Invocation;
  readonly states?: Readonly<Record<string, ChartNode>>;
}

/** Of several, the first whose guard holds is taken. */
export interface Transition {
  /** Its name. */
  readonly guard?: string;
  /** `#` and the id of a state; without one, only actions are carried out. */
  readonly target?: string;
  /**
   * Instead of a target: the name of what tells the id of the state, when it is time. Where it tells none, the transition
   * is not taken. Drawn out, it is a transition to each state that may be told.
   */
  readonly leads?: string;
  readonly actions?: readonly string[];
  /** Of one that leads to its own state, as XState wants it said: the state is left and entered again. */
  readonly reenter?: true;
}

/** Work that begins when a state is entered and is cancelled when it is left. */
export interface Invocation {
  /** Name of the task. */
  readonly src: string;
  readonly onDone: readonly Transition[];
  readonly onError: readonly Transition[];
}
