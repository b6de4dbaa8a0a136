import { type AnyActorLogic, assign, enqueueActions, fromPromise, setup, stopChild } from 'xstate';
import type { FormEvent } from '../event.ts';
import { type Destination, fallback } from '../flow/destination.ts';
import type { Flow } from '../flow/flow.ts';
import type { PersistedSession } from '../persisted.ts';
import type { Submission } from '../ports/submission.ts';
import type { Program, StepNode } from '../program.ts';
import type { Receipt, SubmissionState } from '../view.ts';
import * as act from './actions.ts';
import { failureOf } from './failure.ts';
import { leadOf } from './leads.ts';

/** What a session's chart is started with. */
export interface MachineInput {
  readonly flow: Flow;
  readonly ports: {
    readonly save?: (draft: PersistedSession, revision: number, signal: AbortSignal) => Promise<{ revision: number }>;
    readonly submit?: (submission: Submission, signal: AbortSignal) => Promise<Receipt>;
  };
  readonly persist: () => PersistedSession;
  readonly submission: () => Submission;
}

/** Events of the chart itself, beside those of a person. Those of services go to the services' own actors. */
export type MachineEvent =
  | FormEvent
  | { readonly type: 'reroute' | 'flush' }
  /** A service's actor becomes a child of the session's, or goes. */
  | { readonly type: 'spawn' | 'stop'; readonly id: string }
  | { readonly type: 'serviceChanged' | 'reopen' }
  | { readonly type: 'submissionIs'; readonly state: SubmissionState };

/** Milliseconds without a change after which a draft is saved, and until a failed saving is tried again. */
export const draftDelays = { save: 800, retry: 10_000 } as const;

/** After so many pauses in a row that were none, a draft is saved while someone goes on typing. */
const longestTyping = 10;

const machines = new WeakMap<Program, ReturnType<typeof buildMachine>>();

/** The statechart of a form, generated from its steps. One per program; runs when an actor is created with a flow. */
export function formMachine(program: Program): ReturnType<typeof buildMachine> {
  const machine = machines.get(program) ?? buildMachine(program);
  machines.set(program, machine);
  return machine;
}

const states: readonly SubmissionState[] = [
  'received',
  'awaiting-payment',
  'released',
  'delivered',
  'cancelled',
  'expired',
  'needs-attention',
  'withdrawn',
];

/** Every event of a person that changes what is saved. */
const changing = [
  'answer',
  'next',
  'back',
  'goTo',
  'addItem',
  'removeItem',
  'moveItem',
  'editItem',
  'language',
  'serviceChanged',
] as const;

const machineSetup = setup({
  types: {
    context: {} as MachineInput & { readonly seen: number; readonly typing: number },
    input: {} as MachineInput,
    events: {} as MachineEvent,
  },
  delays: draftDelays,
  actors: {
    submit: fromPromise<Receipt, MachineInput>(({ input, signal }) =>
      input.ports.submit ? input.ports.submit(input.submission(), signal) : Promise.reject(noPort),
    ),
    save: fromPromise<{ revision: number }, MachineInput>(({ input, signal }) =>
      input.ports.save
        ? input.ports.save(input.persist(), input.flow.draft().revision, signal)
        : Promise.reject(noPort),
    ),
  },
  guards: {
    leadsTo: ({ context, event }, { step }: { step: string }) => stepOf(context.flow, event) === step,
    sends: ({ context, event }) => leadsTo(context.flow, event, 'send') && context.ports.submit !== undefined,
    mustWait: ({ context, event }) => leadsTo(context.flow, event, 'wait'),
    /** Nobody waits for a service to go on, or not yet for the last time. */
    rests: ({ context, event }) => context.flow.checking() === undefined || leadsTo(context.flow, event, 'wait'),
    startsAt: ({ context }, { step }: { step: string }) => context.flow.current().step.id === step,
    hasState: ({ context }, { state }: { state: string }) => context.flow.receipt()?.state === state,
    waits: ({ context }) => context.flow.services?.waits() === true,
    wasSubmitted: ({ context }) => context.flow.status() === 'submitted',
    hasDraft: ({ context }) => context.ports.save !== undefined && ['filling', 'login'].includes(context.flow.status()),
    stillTyping: ({ context }) => context.flow.changes() !== context.seen && context.typing < longestTyping,
    changedMeanwhile: ({ context }) => context.flow.changes() !== context.seen,
    draftConflict: ({ event }) => 'error' in event && failureOf(event.error).code === 'draft-conflict',
  },
  actions: {
    arrive: enqueueActions(({ context, event, enqueue }) => {
      act.move(context.flow, event);
      // An entry that was added or dropped on the way may have changed the route.
      const lost = event.type !== 'reroute' && !context.flow.pages.exists(context.flow.current());
      if (lost) enqueue.raise({ type: 'reroute' });
    }),
    stay: ({ context, event }) => act.stay(context.flow, event),
    apply: enqueueActions(({ context, event, enqueue }) => {
      act.apply(context.flow, event);
      if (!context.flow.pages.exists(context.flow.current())) enqueue.raise({ type: 'reroute' });
    }),
    spawn: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'spawn') return;
      const found = context.flow.services?.actor(event.id);
      // Which logic it is, the services know.
      const spawn: (logic: AnyActorLogic, options: object) => void = enqueue.spawnChild as never;
      if (found) spawn(found.logic, { id: event.id, input: found.input });
    }),
    stopService: stopChild(({ event }) => (event.type === 'stop' ? event.id : '')),
    serviceChanged: ({ context }) => act.serviceChanged(context.flow),
    submissionIs: ({ context, event }) => {
      if (event.type === 'submissionIs') act.submissionIs(context.flow, event.state);
    },
    reopen: ({ context }) => act.reopen(context.flow),
    waitForLogin: ({ context }) => context.flow.status('login'),
    beginFilling: ({ context }) => context.flow.status('filling'),
    startSending: ({ context }) => act.startSending(context.flow),
    noteChanges: assign({ seen: ({ context }) => context.flow.changes() }),
    countTyping: assign({ typing: ({ context }) => context.typing + 1 }),
    stopTyping: assign({ typing: 0 }),
    draftIsIdle: ({ context }) => act.setDraft(context.flow, 'idle'),
    draftIsSaving: ({ context }) => act.setDraft(context.flow, 'saving'),
    draftIsOffline: ({ context }) => act.setDraft(context.flow, 'offline'),
    draftIsInConflict: ({ context }) => act.setDraft(context.flow, 'conflict'),
    draftIsSaved: ({ context, event }) => {
      if ('output' in event) act.setDraft(context.flow, 'saved', (event.output as { revision: number }).revision);
    },
    takeRevision: ({ context, event }) => {
      if (event.type === 'draftResolved') act.setDraft(context.flow, 'saving', event.revision);
    },
  },
});

const noPort = { failure: { code: 'no-port', retry: false } };

/** The step whose page an event leads to. */
function stepOf(flow: Flow, event: MachineEvent): string | undefined {
  if (event.type === 'reroute') return fallback(flow).step.id;
  const found = leadOf(flow, event);
  if (!found || !('to' in found)) return undefined;
  if (found.to === 'page') return found.page.step.id;
  // An entry of a list of plain values is added where it stands.
  return found.to === 'new-entry' && !found.list.plain ? flow.pages.pageOf(found.list)?.step.id : undefined;
}

function leadsTo(flow: Flow, event: MachineEvent, to: Destination['to']): boolean {
  const found = leadOf(flow, event);
  return found !== undefined && 'to' in found && found.to === to;
}

function idOf(step: StepNode): string {
  return `step-${step.id}`;
}

function to(step: StepNode) {
  return {
    guard: { type: 'leadsTo' as const, params: { step: step.id } },
    target: `#${idOf(step)}`,
    actions: 'arrive' as const,
  };
}

/** Pages near enough to be drawn at each page; what lies farther is reached through the list of all. */
const near = 4;

function buildMachine(program: Program) {
  const { steps } = program;
  const all = steps.map(to);
  const list = steps.filter(({ kind }) => kind === 'tasks');
  const page = (step: StepNode) => {
    const position = steps.indexOf(step);
    return {
      id: idOf(step),
      on: {
        next: [...steps.slice(position, position + near), ...list].map(to),
        back: [...steps.slice(Math.max(0, position - near + 1), position + 1).reverse(), ...list].map(to),
      },
    };
  };
  const pages = (kind: StepNode['kind']) =>
    Object.fromEntries(steps.filter((step) => step.kind === kind).map((step) => [step.id, page(step)]));
  const summary = steps.find(({ kind }) => kind === 'summary');
  const always = steps.map((step) => ({
    guard: { type: 'startsAt' as const, params: { step: step.id } },
    target: `#${idOf(step)}`,
  }));
  const stay = { actions: 'stay' as const };
  const apply = { actions: 'apply' as const };
  const exits = pages('exit');
  const filling = pages('page');
  const target = (name: string) => `#form.${name}`;
  const wait = { guard: 'mustWait' as const, actions: 'stay' as const };
  const sends = { guard: 'sends' as const, target: target('sending') };

  return machineSetup.createMachine({
    id: program.id,
    type: 'parallel',
    context: ({ input }) => ({ ...input, seen: 0, typing: 0 }),
    on: { spawn: { actions: 'spawn' }, stop: { actions: 'stopService' } },
    states: {
      form: {
        id: 'form',
        initial: 'start',
        on: { language: apply },
        states: {
          // A new session starts on the first page of its route, a restored one where it was left.
          start: {
            always: [
              { guard: 'wasSubmitted' as const, target: 'submitted' },
              { guard: 'waits' as const, target: 'login' },
              ...always,
            ],
          },
          // Nothing can be answered before it is known who does.
          login: {
            entry: 'waitForLogin' as const,
            exit: 'beginFilling' as const,
            on: {
              serviceChanged: [
                { guard: 'waits' as const, actions: 'serviceChanged' },
                { target: 'start', actions: 'serviceChanged' },
              ],
            },
          },
          open: {
            initial: 'filling',
            on: {
              next: [wait, ...all, stay],
              back: all,
              goTo: all,
              addItem: [...all, apply],
              editItem: all,
              reroute: all,
              answer: apply,
              removeItem: apply,
              moveItem: apply,
              another: apply,
              serviceChanged: [
                { guard: 'waits' as const, target: target('login'), actions: 'serviceChanged' },
                { guard: 'rests' as const, actions: 'serviceChanged' as const },
                ...all.map((one) => ({ ...one, actions: ['serviceChanged' as const, one.actions] })),
                { actions: ['serviceChanged' as const, 'stay' as const] },
              ],
            },
            states: {
              // A form with sections begins here, and comes back after each of them.
              ...Object.fromEntries(list.map((step) => ['tasks', { id: idOf(step), on: { next: all, goTo: all } }])),
              filling: {
                ...(Object.keys(filling).length > 0 ? { initial: Object.keys(filling)[0] as string } : {}),
                states: filling,
              },
              exits: {
                ...(Object.keys(exits).length > 0 ? { initial: Object.keys(exits)[0] as string } : {}),
                states: exits,
              },
              summary: {
                ...(summary ? { id: idOf(summary) } : {}),
                on: {
                  back: all,
                  submit: [wait, sends, ...all, stay],
                  serviceChanged: sends,
                },
              },
            },
          },
          sending: {
            entry: 'startSending' as const,
            invoke: {
              src: 'submit' as const,
              input: ({ context }) => context,
              onDone: {
                target: 'submitted',
                actions: ({ context, event }: { context: MachineInput; event: { output: Receipt } }) =>
                  act.submitted(context.flow, event.output),
              },
              onError: {
                ...(summary ? { target: `#${idOf(summary)}` } : {}),
                actions: ({ context, event }: { context: MachineInput; event: { error: unknown } }) =>
                  act.failed(context.flow, event.error),
              },
            },
          },
          submitted: {
            initial: 'state',
            on: {
              submissionIs: { target: '.state', actions: 'submissionIs' },
              ...(summary ? { reopen: { target: `#${idOf(summary)}`, actions: 'reopen' as const } } : {}),
            },
            states: {
              state: {
                always: states.map((state) => ({
                  guard: { type: 'hasState' as const, params: { state } },
                  target: state,
                })),
              },
              ...Object.fromEntries(states.map((state) => [state, {}])),
            },
          },
        },
      },
      draft: draftRegion(),
    },
  });
}

/** Saving of the draft: debounced, one at a time, and never over what another tab has saved. */
function draftRegion() {
  const waiting = { guard: 'hasDraft' as const, target: 'waiting' };
  const changed = Object.fromEntries(changing.map((type) => [type, waiting]));
  const flush = { flush: { guard: 'hasDraft' as const, target: 'saving' } };
  return {
    initial: 'idle',
    states: {
      idle: { on: changed },
      waiting: {
        entry: ['draftIsIdle' as const, 'noteChanges' as const],
        after: {
          save: [
            { guard: 'stillTyping' as const, target: 'waiting', reenter: true, actions: 'countTyping' as const },
            { target: 'saving' },
          ],
        },
        on: flush,
      },
      saving: {
        entry: ['draftIsSaving' as const, 'noteChanges' as const, 'stopTyping' as const],
        invoke: {
          src: 'save' as const,
          input: ({ context }: { context: MachineInput }) => context,
          onDone: [
            { guard: 'changedMeanwhile' as const, target: 'waiting', actions: 'draftIsSaved' as const },
            { target: 'saved', actions: 'draftIsSaved' as const },
          ],
          onError: [{ guard: 'draftConflict' as const, target: 'conflict' }, { target: 'offline' }],
        },
      },
      saved: { on: { ...changed, ...flush } },
      // Answers go on being kept in the page; the next try saves all of them.
      offline: { entry: 'draftIsOffline' as const, after: { retry: 'saving' }, on: flush },
      conflict: {
        entry: 'draftIsInConflict' as const,
        on: { draftResolved: { target: 'saving', actions: 'takeRevision' as const } },
      },
    },
  };
}
