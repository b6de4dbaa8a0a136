import type { JsonObject } from '@schalter/definition';
import type { SnapshotFrom } from 'xstate';
import { type Fields, fieldsOf, oneOf, textOf } from '../read.ts';
import type { BookingInput, bookingMachine } from './machine.ts';
import { holdToJson, readHold } from './read.ts';

/* What is saved of appointments. */

/** Where a hold is, in its machine. */
export type HoldState = SnapshotFrom<typeof bookingMachine>['value']['hold'];

/** Whether somebody holds the slot, whatever is being done about it. */
export function isHeldBy(hold: HoldState | undefined): boolean {
  return typeof hold === 'object';
}

export type BookingPart = Pick<BookingInput, 'state' | 'hold' | 'wanted' | 'failure'>;

const states = ['none', 'holding', 'held', 'expired', 'filed'] as const;

export function partOf(hold: HoldState, context: Omit<BookingPart, 'state'>): JsonObject | undefined {
  const state = states.find((name) => name === (isHeldBy(hold) ? 'held' : hold)) ?? 'none';
  const { wanted, failure } = context;
  if (state === 'none' && failure === undefined) return undefined;
  return {
    state,
    ...(context.hold && state !== 'none' ? { hold: holdToJson(context.hold) } : {}),
    ...(wanted && state === 'holding' ? { wanted: { ...wanted } } : {}),
    ...(failure === undefined ? {} : { failure }),
  };
}

export function readParts(parts: Fields): Record<string, BookingPart> | undefined {
  const read = Object.entries(parts).map(([pointer, part]): [string, BookingPart | undefined] => [
    pointer,
    readPart(fieldsOf(part)),
  ]);
  return read.every((entry): entry is [string, BookingPart] => entry[1] !== undefined)
    ? Object.fromEntries(read)
    : undefined;
}

function readPart(part: Fields | undefined): BookingPart | undefined {
  const state = oneOf(states, part?.state);
  const hold = readHold(part?.hold);
  const given = fieldsOf(part?.wanted);
  const slot = textOf(given?.slot);
  const key = textOf(given?.key);
  const wanted = slot !== undefined && key !== undefined ? { slot, key } : undefined;
  if (!state || (part?.hold !== undefined && !hold)) return undefined;
  const needsHold = state === 'held' || state === 'expired' || state === 'filed';
  if ((needsHold && !hold) || (state === 'holding' && !wanted)) return undefined;
  return { state, hold, wanted, failure: textOf(part?.failure) };
}
