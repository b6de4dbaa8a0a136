import { type AnyActorLogic, enqueueActions, fromPromise, setup } from 'xstate';
import type { Program } from '../program.ts';
import { actions, draftDelays, guards, leads, type Moment, tasks } from '../session/behaviour.ts';
import type { ChartEvent, ChartInput } from '../session/chart-event.ts';
import { type DrawnNode, formChart, mapped } from './drawn.ts';

const machineSetup = setup({
  types: { context: {} as ChartInput, input: {} as ChartInput, events: {} as ChartEvent },
  delays: draftDelays,
  actors: mapped(tasks, (task) => fromPromise<unknown, ChartInput>(async ({ input, signal }) => task(input, signal))),
  // XState's types want every guard and action by its name.
  guards: {
    ...mapped(
      guards,
      (guard) =>
        ({ context, event }: Asked) =>
          guard({ ...context, event }),
    ),
    ...mapped(
      leads,
      (lead) =>
        ({ context, event }: Asked, { state }: { readonly state: string }) =>
          lead({ ...context, event }) === state,
    ),
  } as never,
  actions: mapped(actions, enqueued) as never,
});

interface Asked {
  readonly context: ChartInput;
  readonly event: ChartEvent;
}

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
  const chart = withInput(formChart(program));
  // The chart is made at run time; its types say no more than that it is one.
  return machineSetup.createMachine({ ...chart, context: ({ input }: { input: ChartInput }) => input } as never);
}

/** What XState's invocations want besides. */
function withInput(node: DrawnNode): object {
  const { invoke, states } = node;
  const input = ({ context }: { context: ChartInput }) => context;
  return {
    ...node,
    ...(invoke ? { invoke: { ...invoke, input } } : {}),
    ...(states ? { states: mapped(states, withInput) } : {}),
  };
}
