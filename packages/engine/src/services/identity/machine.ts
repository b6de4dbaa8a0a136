import { assign, fromPromise, setup } from 'xstate';
import { type IdentityPort, type IdentityRequest, type Proof, type Redirect, reaches } from '../../ports/identity.ts';
import { type CallResult, portCall } from '../port-call.ts';
import { narrowed, readProof } from '../proof.ts';
import { addressOf, fieldsOf, textOf } from '../read.ts';

/** A redirect with what it is for. */
export interface Errand extends Redirect {
  readonly request: IdentityRequest;
}

export interface IdentityInput {
  readonly port: IdentityPort;
  readonly proof: Proof | undefined;
  /** The person was sent away when the session was saved. */
  readonly errand: Errand | undefined;
  readonly failure: string | undefined;
  /** Keeps the session where it is found again on return. */
  readonly save: () => Promise<boolean>;
  readonly proven: (proof: Proof) => void;
  readonly dropped: (proof: Proof) => void;
}

interface IdentityContext extends IdentityInput {
  readonly request: IdentityRequest | undefined;
  /** The proof that is being given up. */
  readonly ending: Proof | undefined;
}

export type IdentityMachineEvent =
  | { readonly type: 'login'; readonly request: IdentityRequest }
  | { readonly type: 'cancel' | 'resume' | 'logout' };

type Answer = { readonly proof: Proof } | { readonly redirect: Redirect };

const begin = portCall<IdentityContext, Answer>(
  async ({ port, request }, signal) => request && port.begin(request, signal),
  (answer) => {
    const redirect = readRedirect(answer);
    if (redirect) return { redirect };
    const proof = readProof(answer);
    return proof && { proof };
  },
);

const check = portCall<IdentityContext, Answer>(
  async ({ port, errand }, signal) => errand && port.resume(errand.ticket, signal),
  (answer) => {
    const proof = readProof(answer);
    return proof && { proof };
  },
  // Who comes back is not always there before the account has told the server.
  { timeout: 20_000, retries: 4, pause: 1_000, longestPause: 8_000 },
);

const end = portCall<IdentityContext, true>(
  async ({ port, ending }, signal) => ending && port.logout(ending, signal),
  () => true,
);

/** What a call has come to, in the event that says so. */
function answered(event: unknown): CallResult<Answer> {
  return (event as { readonly output: CallResult<Answer> }).output;
}

/** The person of a session: who they have proven to be, and the way there. One for all identity services of a form. */
export const identityMachine = setup({
  types: {
    context: {} as IdentityContext,
    input: {} as IdentityInput,
    events: {} as IdentityMachineEvent,
  },
  actors: {
    begin,
    check,
    end,
    save: fromPromise<boolean, () => Promise<boolean>>(({ input }) => input()),
  },
  guards: {
    hasProof: ({ context }) => context.proof !== undefined,
    hasErrand: ({ context }) => context.errand !== undefined,
    isRedirect: ({ context, event }) => errandIn(context, answered(event)) !== undefined,
    isProof: ({ context, event }) => defectOf(context, answered(event)) === undefined,
    isUndecided: ({ event }) => {
      const result = answered(event);
      return !result.ok && result.failure.retry;
    },
  },
  actions: {
    takeRequest: assign(({ event }) => (event.type === 'login' ? { request: event.request, failure: undefined } : {})),
    takeErrand: assign(({ context, event }) => ({ errand: errandIn(context, answered(event)) })),
    forgetErrand: assign({ errand: undefined, request: undefined }),
    takeProof: assign(({ context, event }) => ({ proof: proofIn(context, answered(event)), failure: undefined })),
    tellProven: ({ context }) => {
      if (context.proof) context.proven(context.proof);
    },
    dropProof: ({ context }) => {
      if (context.proof) context.dropped(context.proof);
    },
    noteDefect: assign(({ context, event }) => ({ failure: defectOf(context, answered(event)) })),
    note: assign((_, failure: string) => ({ failure })),
  },
}).createMachine({
  id: 'identity',
  context: ({ input }) => ({ ...input, request: input.errand?.request, ending: undefined }),
  initial: 'start',
  states: {
    start: { always: [{ guard: 'hasErrand', target: 'checking' }, { target: 'settled' }] },
    settled: { entry: 'forgetErrand', always: [{ guard: 'hasProof', target: 'signedIn' }, { target: 'signedOut' }] },
    signedOut: { on: { login: { target: 'starting', actions: 'takeRequest' } } },
    signedIn: { on: { login: { target: 'starting', actions: 'takeRequest' }, logout: 'signingOut' } },
    starting: {
      invoke: {
        src: 'begin',
        input: ({ context }) => context,
        onDone: [
          { guard: 'isRedirect', target: 'saving', actions: 'takeErrand' },
          // A proof that does is taken; anything else leaves things as they were.
          { guard: 'isProof', target: 'settled', actions: ['takeProof', 'tellProven'] },
          { target: 'settled', actions: 'noteDefect' },
        ],
      },
      on: { cancel: { target: 'settled', actions: { type: 'note', params: 'cancelled' } } },
    },
    // Leaving a page loses what is nowhere else.
    saving: {
      invoke: {
        src: 'save',
        input: ({ context }) => context.save,
        onDone: [
          { guard: ({ event }) => event.output, target: 'leaving' },
          { target: 'settled', actions: { type: 'note', params: 'not-saved' } },
        ],
        onError: { target: 'settled', actions: { type: 'note', params: 'not-saved' } },
      },
      on: { cancel: { target: 'settled', actions: { type: 'note', params: 'cancelled' } } },
    },
    leaving: {
      on: { resume: 'checking', cancel: { target: 'settled', actions: { type: 'note', params: 'cancelled' } } },
    },
    checking: {
      invoke: {
        src: 'check',
        input: ({ context }) => context,
        onDone: [
          // Not decided yet: the way there stays open.
          { guard: 'isUndecided', target: 'leaving', actions: 'noteDefect' },
          { guard: 'isProof', target: 'settled', actions: ['takeProof', 'tellProven'] },
          { target: 'settled', actions: 'noteDefect' },
        ],
      },
      on: { cancel: { target: 'settled', actions: { type: 'note', params: 'cancelled' } } },
    },
    signingOut: {
      entry: ['dropProof', assign(({ context }) => ({ ending: context.proof, proof: undefined, failure: undefined }))],
      // Here it ends at once, whatever becomes of it there.
      invoke: { src: 'end', input: ({ context }) => context, onDone: 'settled' },
      exit: assign({ ending: undefined }),
    },
  },
});

function proofIn({ request }: IdentityContext, output: CallResult<Answer>): Proof | undefined {
  return output.ok && 'proof' in output.answer ? narrowed(output.answer.proof, request?.claims ?? []) : undefined;
}

/** Why an answer is not the proof that was asked for, as a code. */
function defectOf(context: IdentityContext, output: CallResult<Answer>): string | undefined {
  if (!output.ok) return output.failure.code;
  const proof = proofIn(context, output);
  if (!proof || !context.request) return 'bad-answer';
  if (context.proof && context.proof.subject !== proof.subject) return 'other-person';
  return reaches(proof.level, context.request.level) ? undefined : 'level-too-low';
}

function errandIn({ request }: IdentityContext, output: CallResult<Answer>): Errand | undefined {
  return output.ok && 'redirect' in output.answer && request ? { ...output.answer.redirect, request } : undefined;
}

export function readRedirect(value: unknown): Redirect | undefined {
  const fields = fieldsOf(value);
  const url = addressOf(fields?.url);
  const ticket = textOf(fields?.ticket);
  return url !== undefined && ticket !== undefined ? { url, ticket } : undefined;
}
