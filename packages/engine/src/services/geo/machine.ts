import { assign, setup } from 'xstate';
import type { GeoPort, Place, PlaceQuery, PointQuery } from '../../ports/geo.ts';
import { type CallResult, portCall } from '../port-call.ts';
import { readPlaces } from './read.ts';

export interface GeoInput {
  readonly port: GeoPort;
}

interface GeoContext extends GeoInput {
  readonly query: PlaceQuery | PointQuery | undefined;
  readonly places: readonly Place[];
  readonly failure: string | undefined;
}

export type GeoMachineEvent =
  | { readonly type: 'search'; readonly query: PlaceQuery }
  | { readonly type: 'locate'; readonly query: PointQuery }
  | { readonly type: 'cancel' | 'chosen' };

/** Milliseconds without typing before places are looked for. */
const typing = 300;

const find = portCall<GeoContext, readonly Place[]>(
  async ({ port, query }, signal) =>
    query && ('text' in query ? port.search(query, signal) : port.locate(query, signal)),
  readPlaces,
  // Suggestions that come late help nobody.
  { timeout: 8_000, retries: 1, pause: 500, longestPause: 500 },
);

function answered(event: unknown): CallResult<readonly Place[]> {
  return (event as { readonly output: CallResult<readonly Place[]> }).output;
}

/** The places that are offered at one field. What cannot be reached is said, and never in the way. */
export const geoMachine = setup({
  types: { context: {} as GeoContext, input: {} as GeoInput, events: {} as GeoMachineEvent },
  actors: { find },
  delays: { typing },
  guards: { succeeded: ({ event }) => answered(event).ok },
  actions: {
    takeQuery: assign(({ event }) =>
      event.type === 'search' || event.type === 'locate' ? { query: event.query, failure: undefined } : {},
    ),
    takePlaces: assign(({ event }) => {
      const result = answered(event);
      return result.ok ? { places: result.answer, failure: undefined } : {};
    }),
    noteFailure: assign(({ event }) => {
      const result = answered(event);
      return result.ok ? {} : { places: [], failure: result.failure.code };
    }),
    forget: assign({ query: undefined, places: [], failure: undefined }),
  },
}).createMachine({
  id: 'geo',
  context: ({ input }) => ({ ...input, query: undefined, places: [], failure: undefined }),
  initial: 'idle',
  on: {
    // What was looked for before is not waited for any more.
    search: { target: '.typing', reenter: true, actions: 'takeQuery' },
    locate: { target: '.searching', reenter: true, actions: 'takeQuery' },
    cancel: { target: '.idle', actions: 'forget' },
    chosen: { target: '.idle', actions: 'forget' },
  },
  states: {
    idle: {},
    typing: { after: { typing: 'searching' } },
    searching: {
      invoke: {
        src: 'find',
        input: ({ context }) => context,
        onDone: [
          { guard: 'succeeded', target: 'offered', actions: 'takePlaces' },
          { target: 'unavailable', actions: 'noteFailure' },
        ],
      },
    },
    offered: {},
    unavailable: {},
  },
});
