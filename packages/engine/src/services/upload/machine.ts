import { assign, fromCallback, setup } from 'xstate';
import type { FileStatus, UploadedFile, UploadPort, UploadProgress } from '../../ports/upload.ts';
import { failureOf } from '../../session/failure.ts';
import { type CallResult, callFailures, portCall } from '../port-call.ts';
import { textOf } from '../read.ts';
import { readProgress, readStatus } from './read.ts';

/** What is known of a file without its content. */
export interface FileHead {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Why a file is not taken, as a problem's code with its parameters. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

export const savedStates = ['paused', 'scanning', 'clean', 'refused', 'failed'] as const;

export interface FileInput {
  readonly port: UploadPort;
  readonly service: string | undefined;
  readonly template: string;
  readonly head: FileHead;
  readonly content: unknown;
  /** How it was saved; a new one is `uploading`. */
  readonly state: 'uploading' | (typeof savedStates)[number];
  readonly id: string | undefined;
  readonly handle: string | undefined;
  readonly reason: Reason | undefined;
  /** The file is clean: it is an answer now. */
  readonly accepted: (file: UploadedFile) => void;
}

interface FileContext extends Omit<FileInput, 'state'> {
  readonly saved: FileInput['state'];
  readonly sent: number;
  readonly tries: number;
  readonly polls: number;
}

export type FileMachineEvent =
  | { readonly type: 'pause' | 'retry' }
  | { readonly type: 'resume'; readonly content: unknown }
  | { readonly type: 'progress'; readonly progress: UploadProgress }
  | { readonly type: 'arrived'; readonly id: unknown }
  | { readonly type: 'broken'; readonly code: string; readonly retry: boolean };

/** Tries in a row without a byte in between. */
const mostTries = 5;
/** A scanner that has not answered by then is asked again by the person: half an hour. */
const mostPolls = 120;

/** Sends the bytes; it reports while it lasts, which a promise does not. */
const send = fromCallback<FileMachineEvent, FileContext>(({ input, sendBack }) => {
  const { port, service, template, head, content, handle } = input;
  const { key, name, type, size } = head;
  const controller = new AbortController();
  const { signal } = controller;
  let ended = false;
  const end = (event: FileMachineEvent) => {
    ended = true;
    sendBack(event);
  };
  const report = (progress: UploadProgress) => {
    const read = readProgress(progress);
    if (read && !ended && !signal.aborted) sendBack({ type: 'progress', progress: read });
  };
  const request = {
    template,
    file: { name, type, size, content },
    key,
    ...(service === undefined ? {} : { service }),
    ...(handle === undefined ? {} : { handle }),
  };
  Promise.resolve()
    .then(() => port.upload(request, report, signal))
    .then(
      (answer) => end({ type: 'arrived', id: answer?.id }),
      (error) => {
        const { code, retry } = failureOf(error);
        end({ type: 'broken', code, retry });
      },
    );
  return () => {
    if (!ended) controller.abort();
  };
});

const ask = portCall<FileContext, FileStatus>(
  async ({ port, id }, signal) => (id === undefined ? undefined : port.status(id, signal)),
  (answer, { id }) => readStatus(answer, id),
);

function answered(event: unknown): CallResult<FileStatus> {
  return (event as { readonly output: CallResult<FileStatus> }).output;
}

function stateIn(event: unknown): FileStatus['state'] | undefined {
  const result = answered(event);
  return result.ok ? result.answer.state : undefined;
}

/** One file of a form, from the moment it is chosen until it is an answer. */
export const fileMachine = setup({
  types: { context: {} as FileContext, input: {} as FileInput, events: {} as FileMachineEvent },
  actors: { send, ask },
  delays: {
    /** Without a byte in between, a try is given up. */
    stalled: 60_000,
    again: ({ context }) => Math.min(1_000 * 2 ** context.tries, 30_000),
    poll: ({ context }) => Math.min(1_000 * 1.5 ** (context.polls - 1), 15_000),
  },
  guards: {
    wasSaved: ({ context }, state: FileInput['state']) => context.saved === state,
    hasArrived: ({ event }) => event.type === 'arrived' && textOf(event.id) !== undefined,
    mayTryAgain: ({ context, event }) => event.type === 'broken' && event.retry && context.tries < mostTries,
    /** What arrived is not there any more: all of it is sent again. */
    mustBeginAgain: ({ context, event }) =>
      event.type === 'broken' && event.code === 'upload-gone' && context.handle !== undefined,
    mayStallAgain: ({ context }) => context.tries < mostTries,
    hasContent: ({ context, event }) =>
      context.content !== undefined || (event.type === 'resume' && event.content !== undefined),
    hasId: ({ context }) => context.id !== undefined,
    isScanning: ({ context, event }) => stateIn(event) === 'scanning' && context.polls < mostPolls,
    isClean: ({ event }) => stateIn(event) === 'clean',
    isRefused: ({ event }) => stateIn(event) === 'refused',
  },
  actions: {
    takeProgress: assign(({ context, event }) =>
      event.type === 'progress'
        ? {
            sent: Math.min(event.progress.sent, context.head.size),
            handle: event.progress.handle ?? context.handle,
            tries: 0,
          }
        : {},
    ),
    takeId: assign(({ context, event }) =>
      event.type === 'arrived' ? { id: textOf(event.id), sent: context.head.size, tries: 0 } : {},
    ),
    takeContent: assign(({ context, event }) => ({
      content: event.type === 'resume' ? (event.content ?? context.content) : context.content,
      reason: undefined,
      tries: 0,
    })),
    forgetHandle: assign({ handle: undefined, sent: 0 }),
    countTry: assign({ tries: ({ context }) => context.tries + 1 }),
    countPoll: assign({ polls: ({ context }) => context.polls + 1 }),
    beginAgain: assign({ reason: undefined, tries: 0, polls: 0 }),
    noteBroken: assign(({ event }) => (event.type === 'broken' ? { reason: { code: event.code, params: {} } } : {})),
    noteUnreadable: assign({ reason: { code: callFailures.unreadable.code, params: {} } }),
    noteStalled: assign({ reason: { code: callFailures.timedOut.code, params: {} } }),
    noteRefused: assign(({ event }) => {
      const result = answered(event);
      return result.ok && result.answer.state === 'refused'
        ? { reason: { code: result.answer.reason, params: {} } }
        : {};
    }),
    noteFailure: assign(({ event }) => {
      const result = answered(event);
      return { reason: { code: result.ok ? callFailures.timedOut.code : result.failure.code, params: {} } };
    }),
    accept: ({ context, event }) => {
      const result = answered(event);
      if (result.ok && result.answer.state === 'clean') context.accepted(result.answer.file);
    },
  },
}).createMachine({
  id: 'file',
  context: ({ input: { state, ...input } }) => ({ ...input, saved: state, sent: 0, tries: 0, polls: 0 }),
  initial: 'start',
  states: {
    start: {
      always: [
        ...savedStates.map((state) => ({ guard: { type: 'wasSaved' as const, params: state }, target: state })),
        { target: 'uploading' },
      ],
    },
    uploading: {
      invoke: { src: 'send', input: ({ context }) => context },
      on: {
        // Every byte starts the wait anew.
        progress: { target: '.flowing', reenter: false, actions: 'takeProgress' },
        arrived: [
          { guard: 'hasArrived', target: 'scanning', actions: 'takeId' },
          { target: 'failed', actions: 'noteUnreadable' },
        ],
        broken: [
          { guard: 'mustBeginAgain', target: 'uploading', reenter: true, actions: 'forgetHandle' },
          { guard: 'mayTryAgain', target: 'waiting', actions: 'countTry' },
          { target: 'failed', actions: 'noteBroken' },
        ],
        pause: 'paused',
      },
      initial: 'flowing',
      states: {
        flowing: {
          after: {
            stalled: [
              { guard: 'mayStallAgain', target: '#file.waiting', actions: 'countTry' },
              { target: '#file.failed', actions: 'noteStalled' },
            ],
          },
        },
      },
    },
    waiting: { after: { again: 'uploading' }, on: { pause: 'paused' } },
    paused: { on: { resume: { guard: 'hasContent', target: 'uploading', actions: 'takeContent' } } },
    scanning: {
      initial: 'asking',
      states: {
        asking: {
          invoke: {
            src: 'ask',
            input: ({ context }) => context,
            onDone: [
              { guard: 'isClean', target: '#file.clean', actions: 'accept' },
              { guard: 'isRefused', target: '#file.refused', actions: 'noteRefused' },
              { guard: 'isScanning', target: 'pausing', actions: 'countPoll' },
              { target: '#file.failed', actions: 'noteFailure' },
            ],
          },
        },
        pausing: { after: { poll: 'asking' } },
      },
    },
    clean: {},
    refused: {},
    failed: {
      on: {
        retry: [
          { guard: 'hasId', target: 'scanning', actions: 'beginAgain' },
          { guard: 'hasContent', target: 'uploading', actions: 'beginAgain' },
        ],
        resume: { guard: 'hasContent', target: 'uploading', actions: 'takeContent' },
      },
    },
  },
});
