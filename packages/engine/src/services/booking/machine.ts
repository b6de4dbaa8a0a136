import { assign, raise, setup, spawnChild } from 'xstate';
import type { BookingPort, Hold, Slot, SlotQuery } from '../../ports/booking.ts';
import { newKey } from '../key.ts';
import { type CallResult, portCall } from '../port-call.ts';
import { readHold, readSlots } from './read.ts';

/** A hold that is being asked for. */
export interface Wanted {
  readonly slot: string;
  readonly key: string;
}

export interface BookingInput {
  readonly port: BookingPort;
  readonly service: string;
  /** How it was saved. */
  readonly state: 'none' | 'holding' | 'held' | 'expired' | 'filed';
  readonly hold: Hold | undefined;
  readonly wanted: Wanted | undefined;
  readonly failure: string | undefined;
  /** Writes the slot into the form; nothing takes it out again. */
  readonly fill: (hold: Hold | undefined) => void;
}

interface BookingContext extends Omit<BookingInput, 'state'> {
  readonly saved: BookingInput['state'];
  readonly query: SlotQuery | undefined;
  readonly slots: readonly Slot[] | undefined;
  readonly slotsFailure: string | undefined;
}

export type BookingMachineEvent =
  | { readonly type: 'slots'; readonly query: SlotQuery }
  | { readonly type: 'hold'; readonly slot: string }
  | { readonly type: 'renew' | 'release' | 'cancel' | 'resume' | 'filed' | 'reopened' | 'outdated' };

const ask = portCall<BookingContext, readonly Slot[]>(
  async ({ port, query }, signal) => query && port.slots(query, signal),
  readSlots,
);

const hold = portCall<BookingContext, Hold>(
  async ({ port, service, wanted }, signal) => wanted && port.hold({ service, ...wanted }, signal),
  (answer, { wanted }) => {
    const found = readHold(answer);
    return found?.slot.id === wanted?.slot ? found : undefined;
  },
);

/** Of the same hold, as it is by now. */
const sameHold = (answer: unknown, context: BookingContext): Hold | undefined => {
  const found = readHold(answer);
  return found?.id === context.hold?.id ? found : undefined;
};

const renew = portCall<BookingContext, Hold>(
  async ({ port, hold: held }, signal) => held && port.renew(held.id, signal),
  sameHold,
);

const check = portCall<BookingContext, Hold>(
  async ({ port, hold: held }, signal) => held && port.check(held.id, signal),
  sameHold,
);

const release = portCall<{ readonly port: BookingPort; readonly hold: Hold | undefined }, true>(
  async ({ port, hold: held }, signal) => held && port.release(held.id, signal),
  () => true,
);

function answered<Answer>(event: unknown): CallResult<Answer> {
  return (event as { readonly output: CallResult<Answer> }).output;
}

function failureIn(event: unknown): string | undefined {
  const result = answered(event);
  return result.ok ? undefined : result.failure.code;
}

/** One appointment of a form: the slots that are offered, and the hold on one of them. */
export const bookingMachine = setup({
  types: {
    context: {} as BookingContext,
    input: {} as BookingInput,
    events: {} as BookingMachineEvent,
  },
  actors: { ask, hold, renew, check, release },
  delays: { remaining: ({ context }) => context.hold?.remaining ?? 0 },
  guards: {
    wasHeld: ({ context }) => context.saved === 'held' && context.hold !== undefined,
    wasExpired: ({ context }) => context.saved === 'expired' && context.hold !== undefined,
    wasFiled: ({ context }) => context.saved === 'filed' && context.hold !== undefined,
    wasHolding: ({ context }) => context.saved === 'holding' && context.wanted !== undefined,
    wantsAnother: ({ context }) => context.wanted !== undefined,
    hasHold: ({ context }) => context.hold !== undefined,
    hasQuery: ({ context }) => context.query !== undefined,
    succeeded: ({ event }) => answered(event).ok,
    isGone: ({ event }) => failureIn(event) === 'hold-gone',
  },
  actions: {
    takeQuery: assign(({ event }) => (event.type === 'slots' ? { query: event.query } : {})),
    takeSlots: assign(({ event }) => {
      const result = answered<readonly Slot[]>(event);
      return result.ok ? { slots: result.answer, slotsFailure: undefined } : {};
    }),
    noteSlotsFailure: assign(({ event }) => ({ slots: undefined, slotsFailure: failureIn(event) })),
    want: assign(({ event }) =>
      event.type === 'hold' ? { wanted: { slot: event.slot, key: newKey() }, failure: undefined } : {},
    ),
    wantNothing: assign({ wanted: undefined }),
    takeHold: assign(({ event }) => {
      const result = answered<Hold>(event);
      return result.ok ? { hold: result.answer, wanted: undefined, failure: undefined } : {};
    }),
    dropHold: assign({ hold: undefined, wanted: undefined }),
    forgive: assign({ failure: undefined }),
    noteFailure: assign(({ event }) => ({ failure: failureIn(event), wanted: undefined })),
    noteCancelled: assign({ failure: 'cancelled', wanted: undefined }),
    fill: ({ context }) => context.fill(context.hold),
    clear: ({ context }) => context.fill(undefined),
    // Whatever becomes of it there: it ends by itself.
    giveBack: spawnChild('release', { input: ({ context }) => ({ port: context.port, hold: context.hold }) }),
    // Somebody else was faster: what was offered is out of date.
    tellOutdated: raise({ type: 'outdated' }),
  },
}).createMachine({
  id: 'booking',
  type: 'parallel',
  context: ({ input: { state, ...input } }) => ({
    ...input,
    saved: state,
    query: undefined,
    slots: undefined,
    slotsFailure: undefined,
  }),
  states: {
    slots: {
      initial: 'unasked',
      on: {
        // What was asked before is not waited for any more.
        slots: { target: '.loading', reenter: true, actions: 'takeQuery' },
        outdated: { guard: 'hasQuery', target: '.loading', reenter: true },
      },
      states: {
        unasked: {},
        loading: {
          invoke: {
            src: 'ask',
            input: ({ context }) => context,
            onDone: [
              { guard: 'succeeded', target: 'loaded', actions: 'takeSlots' },
              { target: 'failed', actions: 'noteSlotsFailure' },
            ],
          },
        },
        loaded: {},
        failed: {},
      },
    },
    hold: {
      initial: 'start',
      states: {
        start: {
          always: [
            { guard: 'wasHolding', target: 'holding' },
            { guard: 'wasHeld', target: 'held.checking' },
            { guard: 'wasExpired', target: 'expired' },
            { guard: 'wasFiled', target: 'filed' },
            { target: 'none' },
          ],
        },
        none: { on: { hold: { target: 'holding', actions: 'want' } } },
        holding: {
          invoke: {
            src: 'hold',
            input: ({ context }) => context,
            onDone: [
              { guard: 'succeeded', target: 'held', actions: ['takeHold', 'fill'] },
              { target: 'refused', actions: ['noteFailure', 'tellOutdated'] },
            ],
          },
          on: { cancel: { target: 'refused', actions: 'noteCancelled' } },
        },
        // Without the new slot things are as they were.
        refused: { always: [{ guard: 'hasHold', target: 'expired' }, { target: 'none' }] },
        held: {
          initial: 'quiet',
          after: { remaining: [{ guard: 'wantsAnother', target: 'holding' }, { target: 'expired' }] },
          on: {
            release: 'releasing',
            filed: 'filed',
          },
          states: {
            quiet: {
              on: {
                renew: { target: 'renewing', actions: 'forgive' },
                resume: 'checking',
                hold: { target: 'changing', actions: 'want' },
              },
            },
            renewing: {
              invoke: {
                src: 'renew',
                input: ({ context }) => context,
                onDone: [
                  { guard: 'succeeded', target: '#booking.hold.held', reenter: true, actions: ['takeHold', 'fill'] },
                  { guard: 'isGone', target: '#booking.hold.expired' },
                  { target: 'quiet', actions: 'noteFailure' },
                ],
              },
            },
            checking: {
              invoke: {
                src: 'check',
                input: ({ context }) => context,
                onDone: [
                  { guard: 'succeeded', target: '#booking.hold.held', reenter: true, actions: ['takeHold', 'fill'] },
                  { guard: 'isGone', target: '#booking.hold.expired' },
                  { target: 'quiet', actions: 'noteFailure' },
                ],
              },
            },
            // The old slot is given back when the new one is held, not before.
            changing: {
              invoke: {
                src: 'hold',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: 'succeeded',
                    target: '#booking.hold.held',
                    reenter: true,
                    actions: ['giveBack', 'takeHold', 'fill'],
                  },
                  { target: 'quiet', actions: ['noteFailure', 'tellOutdated'] },
                ],
              },
              on: { cancel: { target: 'quiet', actions: 'noteCancelled' } },
            },
          },
        },
        releasing: {
          entry: 'clear',
          invoke: {
            src: 'release',
            input: ({ context }) => ({ port: context.port, hold: context.hold }),
            onDone: 'none',
          },
          exit: ['dropHold', 'forgive'],
        },
        // The form still shows which it was, and does not let it pass.
        expired: {
          on: {
            hold: { target: 'holding', actions: 'want' },
            release: { target: 'none', actions: ['dropHold', 'forgive', 'clear'] },
          },
        },
        // The authority has it.
        filed: { on: { reopened: 'held.checking' } },
      },
    },
  },
});
