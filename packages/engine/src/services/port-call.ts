import { assign, fromPromise, setup } from 'xstate';
import type { PortFailure } from '../ports/submission.ts';
import { failureOf } from '../session/failure.ts';

/** How long a port is waited for. Milliseconds. */
export interface Patience {
  /** After so long a single try counts as failed: code `timed-out`. */
  readonly timeout: number;
  /** So many tries follow the first, where the failure says `retry`. */
  readonly retries: number;
  /** The pause before the second try; each further one is twice as long … */
  readonly pause: number;
  /** … up to this. */
  readonly longestPause: number;
}

/** For what a person waits for on the page. */
export const patience: Patience = { timeout: 20_000, retries: 2, pause: 1_000, longestPause: 8_000 };

/** What has become of a call: always an output, never an error, so that whoever calls has one place to look. */
export type CallResult<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly failure: PortFailure };

/** What a failure of the calling itself is called, beside the port's own codes and `offline`. */
export const callFailures = {
  timedOut: { code: 'timed-out', retry: true },
  /** The port has answered with something that cannot be read. */
  unreadable: { code: 'bad-answer', retry: false },
} as const satisfies Record<string, PortFailure>;

/** What a call knows of itself. */
export interface CallContext<Input, Answer> {
  readonly input: Input;
  /** Finished so far. */
  readonly tries: number;
  readonly result: CallResult<Answer>;
}

/**
 * Actor logic that runs one call of a port: `waiting`, with `pausing` between the tries, then `done` or `failed`. To
 * cancel a call, stop the actor (leave the state that invokes it): the signal is aborted, and a late answer is dropped.
 * All timers run on the clock of the session's actor.
 * @param call what the port throws or rejects with is taken for a failure (`PortError`, anything else is `offline`);
 *   `tries` counts from 0, so that a call can say which try it is
 * @param read the port's answer, or `undefined` where it makes no sense
 */
export function portCall<Input, Answer>(
  call: (input: Input, signal: AbortSignal, tries: number) => Promise<unknown>,
  read: (answer: unknown, input: Input) => Answer | undefined,
  { timeout, retries, pause, longestPause }: Patience = patience,
) {
  type Context = CallContext<Input, Answer>;

  const failWith = (failure: PortFailure): CallResult<Answer> => ({ ok: false, failure });
  const resultOf = (output: unknown, input: Input): CallResult<Answer> => {
    const answer = read(output, input);
    return answer === undefined ? failWith(callFailures.unreadable) : { ok: true, answer };
  };
  const mayRetry = ({ context: { result, tries } }: { context: Context }) =>
    !result.ok && result.failure.retry && tries <= retries;

  return setup({
    types: { context: {} as Context, input: {} as Input, output: {} as CallResult<Answer> },
    actors: {
      // `async`: what a port throws at once is a rejection, too.
      ask: fromPromise<unknown, Context>(async ({ input, signal }) => call(input.input, signal, input.tries)),
    },
    delays: {
      timeout,
      pause: ({ context }) => Math.min(pause * 2 ** (context.tries - 1), longestPause),
    },
    guards: { mayRetry, succeeded: ({ context }) => context.result.ok },
  }).createMachine({
    id: 'call',
    context: ({ input }) => ({ input, tries: 0, result: failWith(callFailures.timedOut) }),
    initial: 'waiting',
    states: {
      waiting: {
        invoke: {
          src: 'ask',
          input: ({ context }) => context,
          onDone: {
            target: 'judging',
            actions: assign({ result: ({ context, event }) => resultOf(event.output, context.input) }),
          },
          onError: {
            target: 'judging',
            actions: assign({ result: ({ event }) => failWith(failureOf(event.error)) }),
          },
        },
        after: {
          timeout: { target: 'judging', actions: assign({ result: () => failWith(callFailures.timedOut) }) },
        },
        exit: assign({ tries: ({ context }) => context.tries + 1 }),
      },
      judging: {
        always: [
          { guard: 'succeeded', target: 'done' },
          { guard: 'mayRetry', target: 'pausing' },
          { target: 'failed' },
        ],
      },
      pausing: { after: { pause: 'waiting' } },
      done: { type: 'final' },
      failed: { type: 'final' },
    },
    output: ({ context }) => context.result,
  });
}
