import { assign, fromCallback, setup } from 'xstate';
import type { CardRequest, CardStage, EidPort } from '../../ports/eid.ts';
import type { Proof } from '../../ports/identity.ts';
import { failureOf } from '../../session/failure.ts';
import { narrowed, readProof } from '../proof.ts';
import { appAddressOf, fieldsOf } from '../read.ts';

export interface EidInput {
  readonly port: EidPort;
  readonly request: CardRequest;
  readonly proof: Proof | undefined;
  readonly failure: string | undefined;
  readonly proven: (proof: Proof) => void;
  readonly dropped: (proof: Proof) => void;
}

interface EidContext extends EidInput {
  /** Opens the program that reads cards. */
  readonly url: string | undefined;
}

export type EidMachineEvent =
  | { readonly type: 'readCard' | 'cancel' | 'forgetCard' }
  | { readonly type: 'stage'; readonly stage: CardStage }
  | { readonly type: 'read'; readonly answer: unknown }
  | { readonly type: 'failed'; readonly code: string };

/** People look for their card, and for its number. Milliseconds. */
const patience = 10 * 60_000;

/** The call of the port: it reports while it lasts, which a promise does not. */
const card = fromCallback<EidMachineEvent, Pick<EidInput, 'port' | 'request'>>(({ input, sendBack }) => {
  const controller = new AbortController();
  const { signal } = controller;
  const report = (stage: CardStage) => {
    if (!signal.aborted) sendBack({ type: 'stage', stage });
  };
  let ended = false;
  const end = (event: EidMachineEvent) => {
    ended = true;
    sendBack(event);
  };
  Promise.resolve()
    .then(() => input.port.read(input.request, report, signal))
    .then(
      (answer) => end({ type: 'read', answer }),
      (error) => end({ type: 'failed', code: failureOf(error).code }),
    );
  return () => {
    if (!ended) controller.abort();
  };
});

/** The reading of an identity card. */
export const eidMachine = setup({
  types: { context: {} as EidContext, input: {} as EidInput, events: {} as EidMachineEvent },
  actors: { card },
  delays: { patience },
  guards: {
    hasProof: ({ context }) => context.proof !== undefined,
    hasFailure: ({ context }) => context.failure !== undefined,
    wasCancelled: ({ context }) => context.failure === 'cancelled',
    isProof: ({ event }) => event.type === 'read' && proofIn(event.answer) !== undefined,
    isCancelled: ({ event }) => event.type === 'failed' && event.code === 'cancelled',
    isStage: ({ event }, stage: CardStage['stage']) =>
      event.type === 'stage' &&
      fieldsOf(event.stage)?.stage === stage &&
      (stage !== 'app' || urlIn(event) !== undefined),
  },
  actions: {
    begin: assign({ failure: undefined, url: undefined }),
    takeUrl: assign(({ event }) => ({ url: urlIn(event) })),
    takeProof: assign(({ context, event }) => {
      const proof = event.type === 'read' ? proofIn(event.answer) : undefined;
      return { proof: proof && narrowed(proof, context.request.claims), failure: undefined };
    }),
    tellProven: ({ context }) => {
      if (context.proof) context.proven(context.proof);
    },
    tellDropped: ({ context }) => {
      if (context.proof) context.dropped(context.proof);
    },
    drop: assign({ proof: undefined, failure: undefined }),
    note: assign((_, failure: string) => ({ failure })),
    noteFailure: assign(({ event }) => (event.type === 'failed' ? { failure: event.code } : {})),
  },
}).createMachine({
  id: 'eid',
  context: ({ input }) => ({ ...input, url: undefined }),
  initial: 'start',
  states: {
    start: {
      always: [
        { guard: 'hasProof', target: 'done' },
        { guard: 'wasCancelled', target: 'cancelled' },
        { guard: 'hasFailure', target: 'failed' },
        { target: 'idle' },
      ],
    },
    idle: { on: { readCard: 'underWay' } },
    underWay: {
      entry: 'begin',
      invoke: { src: 'card', input: ({ context }) => context },
      after: { patience: { target: 'failed', actions: { type: 'note', params: 'timed-out' } } },
      initial: 'starting',
      on: {
        stage: [
          { guard: { type: 'isStage', params: 'app' }, target: '.starting', actions: 'takeUrl' },
          { guard: { type: 'isStage', params: 'card' }, target: '.waiting' },
          { guard: { type: 'isStage', params: 'secret' }, target: '.secret' },
          { guard: { type: 'isStage', params: 'reading' }, target: '.reading' },
        ],
        read: [
          { guard: 'isProof', target: 'done', actions: ['takeProof', 'tellProven'] },
          { target: 'failed', actions: { type: 'note', params: 'bad-answer' } },
        ],
        failed: [
          { guard: 'isCancelled', target: 'cancelled', actions: 'noteFailure' },
          { target: 'failed', actions: 'noteFailure' },
        ],
        cancel: { target: 'cancelled', actions: { type: 'note', params: 'cancelled' } },
      },
      states: { starting: {}, waiting: {}, secret: {}, reading: {} },
    },
    done: { on: { forgetCard: { target: 'idle', actions: ['tellDropped', 'drop'] } } },
    cancelled: { on: { readCard: 'underWay' } },
    failed: { on: { readCard: 'underWay' } },
  },
});

/** A card proves with the highest level, or it is none. */
function proofIn(answer: unknown): Proof | undefined {
  const proof = readProof(answer);
  return proof?.level === 'high' ? proof : undefined;
}

function urlIn(event: EidMachineEvent): string | undefined {
  return event.type === 'stage' ? appAddressOf(fieldsOf(event.stage)?.url) : undefined;
}
