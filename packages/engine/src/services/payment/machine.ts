import { assign, setup } from 'xstate';
import type { PaymentPort, PaymentStatus } from '../../ports/payment.ts';
import { type CallResult, portCall } from '../port-call.ts';
import { addressOf, fieldsOf } from '../read.ts';
import { readStatus } from './read.ts';

export const restingStates = ['idle', 'pending', 'leaving', 'paid', 'failed', 'cancelled', 'expired'] as const;

export interface PaymentInput {
  readonly port: PaymentPort;
  readonly service: string;
  /** How it was saved. */
  readonly state: (typeof restingStates)[number];
  readonly submission: string | undefined;
  readonly attempt: number;
  readonly url: string | undefined;
  readonly until: string | undefined;
  readonly failure: string | undefined;
  /** The other end has said how things are. */
  readonly heard: (status: PaymentStatus) => void;
}

interface PaymentContext extends Omit<PaymentInput, 'state'> {
  readonly saved: PaymentInput['state'];
  /** What it goes back to when a call comes to nothing. */
  readonly rest: 'pending' | 'failed' | 'cancelled';
  readonly polls: number;
}

export type PaymentMachineEvent =
  | { readonly type: 'owed'; readonly submission: string }
  | { readonly type: 'pay' | 'resume' | 'cancel' | 'reopen' };

const ask = portCall<PaymentContext, PaymentStatus>(
  async ({ port, service, submission }, signal) =>
    submission === undefined ? undefined : port.status({ service, submission }, signal),
  readStatus,
);

const begin = portCall<PaymentContext, string>(
  async ({ port, service, submission, attempt }, signal) =>
    submission === undefined ? undefined : port.begin({ service, submission, attempt }, signal),
  (answer) => addressOf(fieldsOf(answer)?.url),
);

function answered<Answer>(event: unknown): CallResult<Answer> {
  return (event as { readonly output: CallResult<Answer> }).output;
}

function statusIn(event: unknown): PaymentStatus | undefined {
  const result = answered<PaymentStatus>(event);
  return result.ok ? result.answer : undefined;
}

function failureIn(event: unknown): string | undefined {
  const result = answered<unknown>(event);
  return result.ok ? undefined : result.failure.code;
}

/** Where a decided payment leads; the actions are the same everywhere. */
const decided = (['paid', 'failed', 'cancelled', 'expired'] as const).map((state) => ({
  guard: { type: 'isNow' as const, params: state },
  target: state,
  actions: ['hear' as const, 'settle' as const],
}));

/** One payment of a form that was filed. Before anything is begun the other end is asked, so that nobody pays twice. */
export const paymentMachine = setup({
  types: { context: {} as PaymentContext, input: {} as PaymentInput, events: {} as PaymentMachineEvent },
  actors: { ask, begin },
  delays: { poll: ({ context }) => Math.min(3_000 * 1.5 ** context.polls, 60_000) },
  guards: {
    wasSaved: ({ context }, state: PaymentInput['state']) =>
      context.saved === state && context.submission !== undefined,
    isNow: ({ event }, state: PaymentStatus['state']) => statusIn(event)?.state === state,
    isUnderWay: ({ event }) => statusIn(event)?.state === 'pending' && statusIn(event)?.url !== undefined,
    isPending: ({ event }) => statusIn(event)?.state === 'pending',
    rested: ({ context }, state: PaymentContext['rest']) => context.rest === state,
    succeeded: ({ event }) => answered(event).ok,
    /** It was begun, or paid, without this page hearing of it. */
    isOutdated: ({ event }) => ['already-paid', 'already-begun', 'expired'].includes(failureIn(event) ?? ''),
  },
  actions: {
    owe: assign(({ event }) => (event.type === 'owed' ? { submission: event.submission, failure: undefined } : {})),
    restAt: assign((_, rest: PaymentContext['rest']) => ({ rest })),
    hear: ({ context, event }) => {
      const status = statusIn(event);
      if (status) context.heard(status);
    },
    takeStatus: assign(({ context, event }) => {
      const status = statusIn(event);
      return { url: status?.url ?? context.url, until: status?.until ?? context.until, failure: undefined };
    }),
    settle: assign({ url: undefined, failure: undefined, polls: 0 }),
    takeUrl: assign(({ event }) => {
      const result = answered<string>(event);
      return result.ok ? { url: result.answer, failure: undefined, polls: 0 } : {};
    }),
    noteFailure: assign(({ event }) => ({ failure: failureIn(event) })),
    note: assign((_, failure: string) => ({ failure })),
    forgive: assign({ failure: undefined }),
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    countPoll: assign({ polls: ({ context }) => context.polls + 1 }),
    forget: assign({ submission: undefined, url: undefined, until: undefined, failure: undefined }),
  },
}).createMachine({
  id: 'payment',
  context: ({ input: { state, ...input } }) => ({ ...input, saved: state, rest: 'pending', polls: 0 }),
  initial: 'start',
  states: {
    start: {
      always: [
        // Who comes back has paid, or not: the other end knows.
        { guard: { type: 'wasSaved', params: 'leaving' }, target: 'checking' },
        { guard: { type: 'wasSaved', params: 'pending' }, target: 'pending' },
        { guard: { type: 'wasSaved', params: 'paid' }, target: 'paid' },
        { guard: { type: 'wasSaved', params: 'failed' }, target: 'failed' },
        { guard: { type: 'wasSaved', params: 'cancelled' }, target: 'cancelled' },
        { guard: { type: 'wasSaved', params: 'expired' }, target: 'expired' },
        { target: 'idle' },
      ],
    },
    idle: { on: { owed: { target: 'pending', actions: 'owe' } } },
    pending: {
      entry: { type: 'restAt', params: 'pending' },
      on: { pay: 'verifying', resume: 'checking' },
    },
    verifying: {
      entry: 'forgive',
      invoke: {
        src: 'ask',
        input: ({ context }) => context,
        onDone: [
          ...decided.filter(({ target }) => target === 'paid' || target === 'expired'),
          // One payment is under way: this one goes on.
          { guard: 'isUnderWay', target: 'leaving', actions: ['hear', 'takeStatus'] },
          { guard: 'succeeded', target: 'beginning', actions: ['hear', 'takeStatus'] },
          { target: 'resting', actions: 'noteFailure' },
        ],
      },
      on: { cancel: { target: 'resting', actions: { type: 'note', params: 'cancelled' } } },
    },
    beginning: {
      entry: 'countAttempt',
      invoke: {
        src: 'begin',
        input: ({ context }) => context,
        onDone: [
          { guard: 'succeeded', target: 'leaving', actions: 'takeUrl' },
          { guard: 'isOutdated', target: 'checking', actions: 'noteFailure' },
          { target: 'resting', actions: 'noteFailure' },
        ],
      },
      on: { cancel: { target: 'resting', actions: { type: 'note', params: 'cancelled' } } },
    },
    leaving: {
      after: { poll: { target: 'checking', actions: 'countPoll' } },
      on: { resume: 'checking', pay: 'verifying' },
    },
    checking: {
      invoke: {
        src: 'ask',
        input: ({ context }) => context,
        onDone: [
          ...decided,
          { guard: 'isUnderWay', target: 'leaving', actions: ['hear', 'takeStatus'] },
          { guard: 'isPending', target: 'returned', actions: ['hear', 'takeStatus'] },
          { target: 'returned', actions: 'noteFailure' },
        ],
      },
      on: { pay: 'verifying' },
    },
    // Nothing has come of it so far: where a page to pay on is known, the person may still be there.
    returned: {
      always: [{ guard: ({ context }) => context.url !== undefined, target: 'leaving' }, { target: 'resting' }],
    },
    resting: {
      always: [
        { guard: { type: 'rested', params: 'failed' }, target: 'failed' },
        { guard: { type: 'rested', params: 'cancelled' }, target: 'cancelled' },
        { target: 'pending' },
      ],
    },
    failed: {
      entry: { type: 'restAt', params: 'failed' },
      on: { pay: 'verifying', resume: 'checking', reopen: { target: 'idle', actions: 'forget' } },
    },
    cancelled: {
      entry: { type: 'restAt', params: 'cancelled' },
      on: { pay: 'verifying', resume: 'checking', reopen: { target: 'idle', actions: 'forget' } },
    },
    paid: {},
    expired: {},
  },
});
