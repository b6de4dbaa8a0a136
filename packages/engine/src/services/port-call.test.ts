import { describe, expect, test } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { settle } from '../../test/settle.ts';
import { PortError } from '../session/failure.ts';
import { portCall } from './port-call.ts';

/** A call that is answered by hand. */
function byHand(policy = { timeout: 1_000, retries: 3, pause: 100, longestPause: 250 }) {
  const tries: { signal: AbortSignal; tries: number; resolve(value: unknown): void; reject(error: unknown): void }[] =
    [];
  const logic = portCall<string, number>(
    (_, signal, count) =>
      new Promise((resolve, reject) => {
        tries.push({ signal, tries: count, resolve, reject });
      }),
    (answer, input) => (typeof answer === 'number' && input === 'x' ? answer : undefined),
    policy,
  );
  const clock = new SimulatedClock();
  const actor = createActor(logic, { input: 'x', clock });
  actor.start();
  const state = () => actor.getSnapshot().value;
  const output = () => actor.getSnapshot().output;
  return { actor, clock, tries, state, output };
}

const later = new PortError({ code: 'busy', retry: true });

describe('a call of a port', () => {
  test('ends with the answer', async () => {
    const { tries, state, output } = byHand();
    expect(state()).toBe('waiting');
    tries[0]?.resolve(7);
    await settle();
    expect(state()).toBe('done');
    expect(output()).toEqual({ ok: true, answer: 7 });
  });

  test('ends with the port’s own failure where that says not to try again', async () => {
    const { tries, clock, output } = byHand();
    tries[0]?.reject(new PortError({ code: 'slot-taken', retry: false }));
    await settle();
    expect(output()).toEqual({ ok: false, failure: { code: 'slot-taken', retry: false } });
    clock.increment(100_000);
    expect(tries).toHaveLength(1);
  });

  test('is tried again after pauses that grow to a longest', async () => {
    const { tries, clock, state, output } = byHand();
    for (const pause of [100, 200, 250]) {
      tries.at(-1)?.reject(later);
      await settle();
      expect(state()).toBe('pausing');
      const before = tries.length;
      clock.increment(pause - 1);
      expect(tries).toHaveLength(before);
      clock.increment(1);
      expect(tries).toHaveLength(before + 1);
    }
    expect(tries.map((one) => one.tries)).toEqual([0, 1, 2, 3]);
    tries.at(-1)?.reject(later);
    await settle();
    expect(state()).toBe('failed');
    expect(output()).toEqual({ ok: false, failure: { code: 'busy', retry: true } });
  });

  test('gives a try up after its time, tells the port so and drops its late answer', async () => {
    const { tries, clock, state, output } = byHand();
    clock.increment(1_000);
    expect(tries[0]?.signal.aborted).toBe(true);
    expect(state()).toBe('pausing');
    tries[0]?.resolve(1);
    await settle();
    expect(state()).toBe('pausing');
    clock.increment(100);
    tries[1]?.resolve(2);
    await settle();
    expect(output()).toEqual({ ok: true, answer: 2 });
  });

  test('that never answers ends as timed out', () => {
    const { clock, output } = byHand({ timeout: 1_000, retries: 0, pause: 1, longestPause: 1 });
    clock.increment(1_000);
    expect(output()).toEqual({ ok: false, failure: { code: 'timed-out', retry: true } });
  });

  test('is cancelled by stopping it: the port is told, nothing comes after', async () => {
    const { actor, tries, clock } = byHand();
    actor.stop();
    expect(tries[0]?.signal.aborted).toBe(true);
    tries[0]?.reject(later);
    await settle();
    clock.increment(100_000);
    expect(tries).toHaveLength(1);
  });

  test('takes an answer that makes no sense for a failure', async () => {
    const { tries, output } = byHand();
    tries[0]?.resolve('seven');
    await settle();
    expect(output()).toEqual({ ok: false, failure: { code: 'bad-answer', retry: false } });
  });

  test('takes whatever else is thrown for being offline', async () => {
    const { tries, clock, output } = byHand({ timeout: 1_000, retries: 1, pause: 1, longestPause: 1 });
    tries[0]?.reject(undefined);
    await settle();
    clock.increment(1);
    tries[1]?.reject(new TypeError('fetch failed'));
    await settle();
    expect(output()).toEqual({ ok: false, failure: { code: 'offline', retry: true } });
  });

  test('survives a port that throws at once', async () => {
    const logic = portCall<undefined, number>(
      () => {
        throw later;
      },
      () => 1,
      { timeout: 1, retries: 0, pause: 1, longestPause: 1 },
    );
    const actor = createActor(logic, { input: undefined, clock: new SimulatedClock() });
    actor.start();
    await settle();
    expect(actor.getSnapshot().output).toEqual({ ok: false, failure: { code: 'busy', retry: true } });
  });
});
