import type { AnyActorLogic } from 'xstate';
import { type Destination, fallback } from '../flow/destination.ts';
import { remembered } from '../run/remembered.ts';
import type { Receipt } from '../view.ts';
import * as act from './actions.ts';
import type { ChartEvent, ChartInput } from './chart-event.ts';
import { failureOf } from './failure.ts';
import { leadOf } from './leads.ts';

/** What guards and actions of the chart are given: what the session is made of, the event, and what they may do. */
export interface Moment extends ChartInput {
  readonly event: ChartEvent;
  /** Another event, handled before any that comes from outside. */
  raise(event: ChartEvent): void;
  spawn(logic: AnyActorLogic, options: { readonly id: string; readonly input: unknown }): void;
  stop(id: string): void;
}

/** What a guard may look at. */
type Asking = Pick<Moment, 'event' | keyof ChartInput>;

/** Milliseconds without a change after which a draft is saved, and until a failed saving is tried again. */
export const draftDelays: Readonly<Record<string, number>> & { readonly save: number; readonly retry: number } = {
  save: 800,
  retry: 10_000,
};

/** After so many pauses in a row that were none, a draft is saved while someone goes on typing. */
const longestTyping = 10;

const noPort = { failure: { code: 'no-port', retry: false } };

/** What the chart's invocations do. */
export const tasks: Readonly<Record<string, (input: ChartInput, signal: AbortSignal) => Promise<unknown>>> = {
  submit: ({ ports, submission }, signal) => ports.submission?.submit(submission(), signal) ?? Promise.reject(noPort),
  save: ({ ports, persist, flow }, signal) =>
    ports.draft?.save(persist(), flow.draft().revision, signal) ?? Promise.reject(noPort),
};

/** What tells the states that the chart's transitions lead to. */
export const leads: Readonly<Record<string, (moment: Asking) => string | undefined>> = {
  /** The step that the event leads to. */
  ahead: (moment) => stateOf(leadAt(moment).step),
  /** The step a person is on. */
  here: ({ flow }) => stateOf(flow.current().step.id),
  /** What has become of the submission. */
  filed: ({ flow }) => flow.receipt()?.state,
};

/** The chart's guards. */
export const guards: Readonly<Record<string, (moment: Asking) => boolean>> = {
  sends: (moment) => leadAt(moment).to === 'send' && moment.ports.submission !== undefined,
  mustWait: (moment) => leadAt(moment).to === 'wait',
  /** Nobody waits for a service to go on, or not yet for the last time. */
  rests: (moment) => moment.flow.checking() === undefined || leadAt(moment).to === 'wait',
  waits: ({ flow }) => flow.services?.waits() === true,
  wasSubmitted: ({ flow }) => flow.status() === 'submitted',
  hasDraft: ({ flow, ports }) => ports.draft !== undefined && ['filling', 'login'].includes(flow.status()),
  stillTyping: ({ flow, noticed }) => flow.changes() !== noticed.changes && noticed.typing < longestTyping,
  changedMeanwhile: ({ flow, noticed }) => flow.changes() !== noticed.changes,
  draftConflict: ({ event }) => failureOf(broughtBy(event).error).code === 'draft-conflict',
};

/** The chart's actions. */
export const actions: Readonly<Record<string, (moment: Moment) => void>> = {
  arrive(moment) {
    act.move(moment);
    // An entry that was added or dropped on the way may have changed the route.
    if (moment.event.type !== 'reroute') rerouteIfLost(moment);
  },
  stay: act.stay,
  apply(moment) {
    act.apply(moment);
    rerouteIfLost(moment);
  },
  spawn({ flow, event, spawn }) {
    const found = event.type === 'spawn' ? flow.services?.actor(event.id) : undefined;
    if (found && event.type === 'spawn') spawn(found.logic, { id: event.id, input: found.input });
  },
  stopService({ event, stop }) {
    if (event.type === 'stop') stop(event.id);
  },
  serviceChanged: act.serviceChanged,
  submissionIs: act.submissionIs,
  reopen: act.reopen,
  waitForLogin: ({ flow }) => flow.status('login'),
  beginFilling: ({ flow }) => flow.status('filling'),
  startSending: act.startSending,
  submitted: ({ flow, event }) => act.submitted(flow, broughtBy(event).output as Receipt),
  failed: ({ flow, event }) => act.failed(flow, broughtBy(event).error),
  noteChanges({ flow, noticed }) {
    noticed.changes = flow.changes();
  },
  countTyping({ noticed }) {
    noticed.typing++;
  },
  stopTyping({ noticed }) {
    noticed.typing = 0;
  },
  draftIsIdle: ({ flow }) => act.setDraft(flow, 'idle'),
  draftIsSaving: ({ flow }) => act.setDraft(flow, 'saving'),
  draftIsOffline: ({ flow }) => act.setDraft(flow, 'offline'),
  draftIsInConflict: ({ flow }) => act.setDraft(flow, 'conflict'),
  draftIsSaved: ({ flow, event }) =>
    act.setDraft(flow, 'saved', (broughtBy(event).output as { revision: number }).revision),
  takeRevision({ flow, event }) {
    if (event.type === 'draftResolved') act.setDraft(flow, 'saving', event.revision);
  },
};

/** What a task has answered or failed with: its event brings it along. */
function broughtBy(event: object): { readonly output?: unknown; readonly error?: unknown } {
  return event;
}

function rerouteIfLost({ flow, raise }: Moment): void {
  if (!flow.pages.exists(flow.current())) raise({ type: 'reroute' });
}

/** The id of a step's state. */
const stateOf = (step: string | undefined): string | undefined => (step === undefined ? undefined : `step-${step}`);

interface Lead {
  /** The step whose page the event leads to. */
  readonly step: string | undefined;
  readonly to: Destination['to'] | undefined;
}

/** Where the event leads: several ask, and until something is done it stays so. */
const leadAt = remembered((moment: Asking) => leadFrom(moment));

function leadFrom({ flow, event }: Asking): Lead {
  if (event.type === 'reroute') return { step: fallback(flow).step.id, to: 'page' };
  const found = leadOf(flow, event);
  if (!found || !('to' in found)) return { step: undefined, to: undefined };
  const { to } = found;
  if (to === 'page') return { step: found.page.step.id, to };
  // An entry of a list of plain values is added where it stands.
  return { step: to === 'new-entry' && !found.list.plain ? flow.pages.pageOf(found.list)?.step.id : undefined, to };
}
