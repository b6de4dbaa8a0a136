import { beforeEach, describe, expect, test } from 'vitest';
import type { BookingPort, Hold, Slot, SlotQuery } from '../../src/index.ts';
import { codeOf } from './code.ts';

/** A port with a calendar at the other end that has at least two free slots. */
export interface BookingHarness {
  readonly port: BookingPort;
  /** A service of the calendar, and days in which there are free slots. */
  readonly query: SlotQuery;
  /** Lets the time of a hold run out. */
  expire(): Promise<void>;
}

const never = new AbortController().signal;

/** What everything that a session takes for a booking port has to do. */
export function bookingConformance(name: string, open: () => Promise<BookingHarness>): void {
  describe(`${name} as booking port`, () => {
    let harness: BookingHarness;
    let slots: readonly Slot[];
    let first: Slot;
    let second: Slot;
    const hold = (slot: Slot, key = slot.id): Promise<Hold> =>
      harness.port.hold({ service: harness.query.service, slot: slot.id, key }, never);
    const free = async () => (await harness.port.slots(harness.query, never)).map(({ id }) => id);

    beforeEach(async () => {
      harness = await open();
      slots = await harness.port.slots(harness.query, never);
      [first, second] = slots as [Slot, Slot];
    });

    test('offers slots in order, each with a local time within the days asked for', () => {
      expect(slots.length).toBeGreaterThanOrEqual(2);
      const starts = slots.map(({ start }) => start);
      expect([...starts].sort()).toEqual(starts);
      for (const start of starts) {
        expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/);
        expect(start.slice(0, 10) >= harness.query.from && start.slice(0, 10) <= harness.query.until).toBe(true);
      }
    });

    test('holds a slot until a time to come; nobody else is offered it or gets it', async () => {
      const held = await hold(first);
      expect(held.slot).toEqual(first);
      expect(held.remaining).toBeGreaterThan(0);
      expect(Number.isNaN(Date.parse(held.until))).toBe(false);
      expect(await free()).not.toContain(first.id);
      expect(await codeOf(hold(first, 'somebody else'))).toEqual({ code: 'slot-taken', retry: false });
    });

    test('gives the same hold for the same key, asked twice', async () => {
      const once = await hold(first);
      expect((await hold(first)).id).toBe(once.id);
    });

    test('tells how a hold stands', async () => {
      const { id } = await hold(first);
      expect(await harness.port.check(id, never)).toMatchObject({ id, slot: first });
      expect(await codeOf(harness.port.check('made-up', never))).toEqual({ code: 'hold-gone', retry: false });
    });

    test('holds it for longer, or says that it does not', async () => {
      const { id, remaining } = await hold(first);
      const outcome = await harness.port.renew(id, never).catch((error) => error.failure.code);
      if (outcome !== 'not-renewable') {
        expect(outcome).toMatchObject({ id, slot: first });
        expect(outcome.remaining).toBeGreaterThanOrEqual(remaining - 60_000);
      }
    });

    test('gives a slot back, as often as it is told to', async () => {
      const { id } = await hold(first);
      await harness.port.release(id, never);
      expect(await free()).toContain(first.id);
      await expect(harness.port.release(id, never)).resolves.toBeUndefined();
      expect(await codeOf(harness.port.check(id, never))).toMatchObject({ code: 'hold-gone' });
    });

    test('holds several slots at once: the old one until the new one is certain', async () => {
      const old = await hold(first);
      await hold(second);
      expect(await harness.port.check(old.id, never)).toMatchObject({ slot: first });
    });

    test('lets a hold end', async () => {
      const { id } = await hold(first);
      await harness.expire();
      expect(await codeOf(harness.port.check(id, never))).toEqual({ code: 'hold-gone', retry: false });
      expect(await codeOf(harness.port.renew(id, never))).toEqual({ code: 'hold-gone', retry: false });
      expect(await free()).toContain(first.id);
    });

    test('holds nothing for a call that was aborted', async () => {
      const controller = new AbortController();
      const request = { service: harness.query.service, slot: first.id, key: 'aborted' };
      controller.abort();
      await expect(harness.port.hold(request, controller.signal)).rejects.toBeDefined();
      expect(await free()).toContain(first.id);
    });
  });
}
