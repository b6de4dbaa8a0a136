import { type AnyActorLogic, enqueueActions, fromPromise, setup } from 'xstate';
import type { Program, StepNode } from '../program.ts';
import { actions, draftDelays, guards, type Moment, tasks } from '../session/behaviour.ts';
import { formChart, leadTo } from '../session/chart.ts';
import type { ChartEvent, ChartInput } from '../session/chart-event.ts';
import type { ChartNode, Transition } from '../session/chart-node.ts';

const machineSetup = setup({
  types: { context: {} as ChartInput, input: {} as ChartInput, events: {} as ChartEvent },
  delays: draftDelays,
  actors: mapped(tasks, (task) => fromPromise<unknown, ChartInput>(async ({ input, signal }) => task(input, signal))),
  guards: mapped(
    guards,
    (guard) =>
      ({ context, event }: { context: ChartInput; event: ChartEvent }, params: { readonly step: string } | undefined) =>
        guard({ ...context, event }, params?.step ?? ''),
  ),
  // XState's types want every action by its name.
  actions: mapped(actions, enqueued) as never,
});

/** An action of ours as one of XState's. */
function enqueued(action: (moment: Moment) => void) {
  return enqueueActions<ChartInput, ChartEvent, undefined, ChartEvent, never, never, never, never, never>(
    ({ context, event, enqueue }) => {
      // Which logic it is, the services know.
      const spawn: (logic: AnyActorLogic, options: object) => void = enqueue.spawnChild as never;
      action({
        ...context,
        event,
        raise: (raised) => enqueue.raise(raised),
        spawn: (logic, options) => spawn(logic, options),
        stop: (id) => enqueue.stopChild(id),
      });
    },
  );
}

const machines = new WeakMap<Program, ReturnType<typeof machineOf>>();

/**
 * The statechart of a form as an XState machine: to draw it, and to have a session run by it (`chart: formMachine`), so
 * that Stately's tools show it at work. One per program.
 */
export function formMachine(program: Program): ReturnType<typeof machineOf> {
  const machine = machines.get(program) ?? machineOf(program);
  machines.set(program, machine);
  return machine;
}

function machineOf(program: Program) {
  const chart = drawn(formChart(program), program.steps);
  // The chart is made at run time; its types say no more than that it is one.
  return machineSetup.createMachine({ ...chart, context: ({ input }: { input: ChartInput }) => input } as never);
}

/** Pages near enough to be drawn at each page; what lies farther is reached through the list of all. */
const near = 4;

/** The chart with the nearest neighbours of each page drawn at it, and with what XState's invocations want. */
function drawn(node: ChartNode, steps: readonly StepNode[]): object {
  const { invoke, states } = node;
  const inner = Object.entries(states ?? {}).map(([name, child]) => [name, drawn(child, steps)]);
  const position = steps.findIndex(({ id }) => node.id === `step-${id}`);
  const input = ({ context }: { context: ChartInput }) => context;
  return {
    ...node,
    ...(invoke ? { invoke: { ...invoke, input } } : {}),
    ...(position === -1 || node.on ? {} : { on: neighbours(steps, position) }),
    ...(states ? { states: Object.fromEntries(inner) } : {}),
  };
}

function neighbours(steps: readonly StepNode[], position: number): Readonly<Record<string, readonly Transition[]>> {
  const list = steps.filter(({ kind }) => kind === 'tasks');
  return {
    next: [...steps.slice(position, position + near), ...list].map(leadTo),
    back: [...steps.slice(Math.max(0, position - near + 1), position + 1).reverse(), ...list].map(leadTo),
  };
}

function mapped<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
