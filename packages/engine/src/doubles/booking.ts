import type { BookingPort, Hold, Slot } from '../ports/booking.ts';
import { failure, Remote } from './remote.ts';

export interface BookingDouble extends BookingPort {
  readonly remote: Remote;
  /** Lets time pass where the holds are kept. Milliseconds. */
  advance(milliseconds: number): void;
  /** Somebody else takes a slot. */
  take(slot: string): void;
  /** Ids of the slots that are held, in the order in which they were. */
  held(): readonly string[];
}

export interface BookingDoubleOptions {
  readonly slots?: readonly Slot[];
  /** How long a slot is held, in milliseconds. */
  readonly holds?: number;
  /** How often a hold can be renewed. */
  readonly renewals?: number;
}

export const someSlots: readonly Slot[] = [
  { id: 's1', start: '2026-12-01T09:00', end: '2026-12-01T09:20', place: 'Bürgerbüro Ost' },
  { id: 's2', start: '2026-12-01T09:20', end: '2026-12-01T09:40', place: 'Bürgerbüro Ost' },
  { id: 's3', start: '2026-12-02T14:00', place: 'Bürgerbüro West', data: { schalter: 7 } },
];

/** A calendar in memory: a slot is held by one at a time, for a while. */
export function bookingDouble(options: BookingDoubleOptions = {}): BookingDouble {
  const { slots = someSlots, holds: length = 10 * 60_000, renewals = 2 } = options;
  const remote = new Remote();
  const holds = new Map<string, { readonly slot: Slot; readonly key: string; ends: number; renewed: number }>();
  const taken = new Set<string>();
  let now = Date.UTC(2026, 10, 23, 9);
  let made = 0;

  const current = (id: string) => {
    const found = holds.get(id);
    if (!found || found.ends <= now) throw failure('hold-gone');
    return found;
  };
  const answer = (id: string): Hold => {
    const { slot, ends } = current(id);
    return { id, slot, until: new Date(ends).toISOString(), remaining: ends - now };
  };
  const isFree = (slot: string) =>
    !taken.has(slot) && ![...holds.values()].some((hold) => hold.slot.id === slot && hold.ends > now);

  return {
    remote,
    advance(milliseconds) {
      now += milliseconds;
    },
    take: (slot) => void taken.add(slot),
    held: () => [...holds.values()].filter(({ ends }) => ends > now).map(({ slot }) => slot.id),
    slots: ({ from, until }, signal) =>
      remote.answer('slots', signal, () =>
        slots.filter(({ id, start }) => isFree(id) && start.slice(0, 10) >= from && start.slice(0, 10) <= until),
      ),
    hold: ({ slot: wanted, key }, signal) =>
      remote.answer('hold', signal, () => {
        const before = [...holds].find(([, hold]) => hold.key === key);
        if (before) return answer(before[0]);
        const slot = slots.find(({ id }) => id === wanted);
        if (!slot || !isFree(wanted)) throw failure('slot-taken');
        made++;
        holds.set(`hold-${made}`, { slot, key, ends: now + length, renewed: 0 });
        return answer(`hold-${made}`);
      }),
    renew: (id, signal) =>
      remote.answer('renew', signal, () => {
        const found = current(id);
        if (found.renewed >= renewals) throw failure('not-renewable');
        found.renewed++;
        found.ends = now + length;
        return answer(id);
      }),
    release: (id, signal) => remote.answer('release', signal, () => void holds.delete(id)),
    check: (id, signal) => remote.answer('check', signal, () => answer(id)),
  };
}
