import type { Circuit, Node } from '../circuit/circuit.ts';
import type { Results } from '../circuit/result.ts';
import type { Variable } from '../circuit/variable.ts';
import type { Budget } from './budget.ts';
import { State } from './propagate.ts';
import { type Slice, Wiring } from './slice.ts';

/** What is looked for: nodes and the results they must have. */
export type Goal = readonly (readonly [node: Node, results: Results])[];

/** The part of its domain that each variable of a slice lies in. */
export interface Found {
  readonly slice: Slice;
  readonly atoms: ReadonlyMap<Variable, number>;
}

/**
 * `impossible` is proven; `open` says that something would be possible as far as conditions are looked into, but was
 * taken by nobody; `unfinished` that the budget ended first.
 */
export type Verdict = 'found' | 'impossible' | 'open' | 'unfinished';

export interface SearchOptions {
  /** Steps that it may take. */
  readonly steps: number;
  /** So many ways are offered. */
  readonly tries: number;
  /** Ways with more answers are left out. */
  readonly mostAnswers?: number;
  /** Parts of their domains that variables have to lie in. */
  readonly pins?: ReadonlyMap<Variable, number>;
}

/** Finds out what the conditions of a circuit allow, by conclusions first and by trying where these end. */
export class Solver {
  readonly #circuit: Circuit;
  readonly #budget: Budget;
  #wiring: Wiring;
  #state: State;
  #forced = 0;

  constructor(circuit: Circuit, budget: Budget) {
    this.#circuit = circuit;
    this.#budget = budget;
    this.#wiring = new Wiring(circuit);
    this.#state = new State(this.#wiring, budget);
    this.#state.settle();
  }

  /** Leaves a variable some atoms only, for good; `settle` draws the conclusions. */
  narrow(variable: Variable, atoms: readonly number[]): void {
    variable.initial = atoms;
    this.#state.forget(variable);
  }

  settle(): void {
    this.#state.settle();
  }

  /**
   * Looks for a way to reach a goal; ways with few answers first.
   * @param take whether a way that was found is good enough
   */
  search(goal: Goal, take: (found: Found) => boolean, options: SearchOptions): Verdict {
    this.#budget.part(options.steps);
    // What does not go with pins may go without them.
    const proven = options.pins ? 'open' : 'impossible';
    const slice = this.#begin(goal, options);
    if (!slice) return proven;
    this.#forced = this.#state.answers;
    const verdict = this.#walk(slice, take, options.tries);
    return verdict === 'impossible' ? proven : verdict;
  }

  /** Whether a goal goes with pins, as far as conclusions tell. */
  allows(goal: Goal, pins: ReadonlyMap<Variable, number>): boolean {
    return this.#begin(goal, { pins }) !== undefined;
  }

  /** What a goal depends on, with all conclusions drawn; `undefined` where they contradict each other. */
  #begin(goal: Goal, { mostAnswers, pins }: Partial<SearchOptions>): Slice | undefined {
    // Explanations make conditions of their own.
    if (this.#wiring.isOutgrown) {
      this.#wiring = new Wiring(this.#circuit);
      this.#state = new State(this.#wiring, this.#budget);
      this.#state.settle();
    }
    const slice = this.#wiring.sliceOf(goal.map(([node]) => node));
    const state = this.#state;
    state.mostAnswers = mostAnswers ?? Number.POSITIVE_INFINITY;
    state.begin(slice);
    if (state.answers > state.mostAnswers) return undefined;
    for (const [variable, atom] of pins ?? []) {
      if (this.#wiring.includes(variable) && !state.restrict(variable, [atom])) return undefined;
    }
    for (const [node, results] of goal) if (!state.require(node, results)) return undefined;
    return slice;
  }

  /** How many answers the last goal takes at least, by conclusions alone. */
  get forced(): number {
    return this.#forced;
  }

  /** Depth first, with a stack of its own. */
  #walk(slice: Slice, take: (found: Found) => boolean, tries: number): Verdict {
    const state = this.#state;
    const budget = this.#budget;
    const { variables } = slice;
    const path: { readonly mark: number; readonly at: number; readonly atoms: readonly number[]; next: number }[] = [];
    let refused = 0;
    let at = 0;
    for (;;) {
      if (budget.partUsed) return 'unfinished';
      let variable = variables[at];
      while (variable && state.domainOf(variable).length === 1) variable = variables[++at];
      if (!variable) {
        if (take(this.#found(slice))) return 'found';
        if (++refused >= tries) return 'open';
      } else {
        path.push({ mark: state.mark, at, atoms: state.domainOf(variable), next: 0 });
      }
      // On to the next atom that is possible, back to the last variable that has one left.
      for (;;) {
        const top = path.at(-1);
        if (!top) return refused > 0 ? 'open' : 'impossible';
        state.undo(top.mark);
        const atom = top.atoms[top.next++];
        if (atom === undefined) {
          path.pop();
          continue;
        }
        if (budget.partUsed) return 'unfinished';
        at = top.at;
        const chosen = variables[at];
        if (chosen && state.restrict(chosen, [atom])) break;
      }
    }
  }

  #found(slice: Slice): Found {
    const atoms = new Map<Variable, number>();
    for (const variable of slice.variables) atoms.set(variable, this.#state.domainOf(variable)[0] ?? 0);
    return { slice, atoms };
  }
}
