import { assign, setup } from 'xstate';
import type { CallResult, portCall } from '../port-call.ts';
import type { Question } from './question.ts';

/** What a question's actor is started with. */
export interface WaitingInput {
  readonly question: Question;
  /** Milliseconds without another question in its place before it is asked. */
  readonly debounce: number;
  /** Called when it is its turn as far as it is concerned; `ask` lets it go. */
  readonly ready: () => void;
}

/**
 * Actor logic of one question: `pausing` while people may type on, `queued` until there is room for one more call, then
 * `asking`. Stopping it gives the call up. `hurry` ends the pause.
 * @param call the logic of the call itself, with the question as its input
 */
export function waitingCall<Answer>(call: ReturnType<typeof portCall<Question, Answer>>) {
  return setup({
    types: {
      context: {} as WaitingInput & { readonly result: CallResult<Answer> | undefined },
      input: {} as WaitingInput,
      events: {} as { readonly type: 'hurry' } | { readonly type: 'ask' },
      output: {} as CallResult<Answer> | undefined,
    },
    actors: { call },
    delays: { debounce: ({ context }) => context.debounce },
  }).createMachine({
    id: 'question',
    context: ({ input }) => ({ ...input, result: undefined }),
    initial: 'pausing',
    states: {
      pausing: { after: { debounce: 'queued' }, on: { hurry: 'queued' } },
      queued: { entry: ({ context }) => context.ready(), on: { ask: 'asking' } },
      asking: {
        invoke: {
          src: 'call',
          input: ({ context }) => context.question,
          onDone: {
            target: 'answered',
            actions: assign({ result: ({ event }) => event.output }),
          },
        },
      },
      answered: { type: 'final' },
    },
    output: ({ context }) => context.result,
  });
}
