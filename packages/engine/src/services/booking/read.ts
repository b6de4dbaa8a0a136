import type { JsonObject } from '@schalter/definition';
import type { Hold, Slot } from '../../ports/booking.ts';
import { fieldsOf, instantOf, scalarsOf, textOf } from '../read.ts';

/* Slots and holds, as a port gives them or a snapshot keeps them. */

const localTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
/** A page that lists more than this asks for fewer days. */
const mostSlots = 10_000;

export function readSlots(value: unknown): readonly Slot[] | undefined {
  if (!Array.isArray(value) || value.length > mostSlots) return undefined;
  const slots = value.map(readSlot);
  return slots.every((slot) => slot !== undefined) ? slots : undefined;
}

export function readSlot(value: unknown): Slot | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  const start = timeOf(fields?.start);
  const end = timeOf(fields?.end);
  const place = textOf(fields?.place);
  const data = scalarsOf(fields?.data);
  if (id === undefined || start === undefined) return undefined;
  return {
    id,
    start,
    ...(end === undefined ? {} : { end }),
    ...(place === undefined ? {} : { place }),
    ...(data ? { data } : {}),
  };
}

export function readHold(value: unknown): Hold | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  const slot = readSlot(fields?.slot);
  const until = instantOf(fields?.until);
  const { remaining } = fields ?? {};
  if (id === undefined || !slot || until === undefined) return undefined;
  return typeof remaining === 'number' && remaining >= 0 && remaining <= longest
    ? { id, slot, until, remaining }
    : undefined;
}

/** Beyond it timers give up: 24 days. Nobody holds a slot that long. */
const longest = 2 ** 31 - 1;

export function slotToJson({ data, ...slot }: Slot): JsonObject {
  return { ...slot, ...(data ? { data: { ...data } } : {}) };
}

export function holdToJson({ slot, ...hold }: Hold): JsonObject {
  return { ...hold, slot: slotToJson(slot) };
}

function timeOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && localTime.test(text) ? text : undefined;
}
