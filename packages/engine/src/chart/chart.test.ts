import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { SimulatedClock } from 'xstate';
import { dogTax } from '../../test/dog-tax.ts';
import { randomEvent, randomForm } from '../../test/random-forms.ts';
import { program, today } from '../../test/support.ts';
import { createSession, PortError, type Session, type SessionOptions } from '../index.ts';
import { formChart, formMachine } from './index.ts';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

/** The same session twice: run by itself, and by XState. */
function both(form: Parameters<typeof program>[0], options: () => Partial<SessionOptions> = () => ({})): Session[] {
  const { program: compiled, validate } = program(form);
  const given = { validate, today, translate: (_: string, code: string) => code };
  return [
    createSession(compiled, { ...given, ...options() }),
    createSession(compiled, { ...given, ...options(), chart: formMachine }),
  ];
}

const placeOf = (session: Session | undefined) => session?.actor.getSnapshot().value;

/** A port that saves at once, or says why not. */
function ports(
  save: (count: number) => 'saved' | 'offline' | 'conflict',
  clock: SimulatedClock,
): Partial<SessionOptions> {
  let count = 0;
  return {
    clock,
    draft: {
      async save(_, revision) {
        const result = save(count++);
        if (result === 'saved') return { revision: revision + 1 };
        throw result === 'offline' ? new TypeError('offline') : new PortError({ code: 'draft-conflict', retry: false });
      },
    },
    submission: {
      async submit() {
        if (count % 2 === 1) throw new PortError({ code: 'busy', retry: true });
        return { id: '1', number: 'A-1', state: 'received', receivedAt: today } as never;
      },
    },
  };
}

describe('the chart as a session runs it and as XState runs it', () => {
  test('is at the same place after every event, whatever the form', () => {
    const events = fc.array(fc.oneof({ weight: 8, arbitrary: randomEvent }, { weight: 1, arbitrary: submit }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(randomForm, events, (form, history) => {
        const [own, xstate] = both(form);
        expect(placeOf(own)).toEqual(placeOf(xstate));
        for (const event of history) {
          expect(own?.send(event)).toEqual(xstate?.send(event));
          expect(placeOf(own)).toEqual(placeOf(xstate));
          expect(own?.persist()).toEqual(xstate?.persist());
        }
        own?.dispose();
        xstate?.dispose();
      }),
      { numRuns: 200 },
    );
  });

  test('saves drafts alike: debounced, while typing on, offline, in conflict', async () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('answer' as const), value: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ type: fc.constant('wait' as const), value: fc.constantFrom(100, 800, 10_000) }),
      fc.record({ type: fc.constant('resolve' as const), value: fc.constant(7) }),
      fc.record({ type: fc.constant('flush' as const), value: fc.constant(0) }),
    );
    const saves = fc.array(
      fc.constantFrom('saved' as const, 'saved' as const, 'offline' as const, 'conflict' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), saves, async (steps, results) => {
        const clocks = [new SimulatedClock(), new SimulatedClock()];
        let made = 0;
        const sessions = both(dogTax, () =>
          ports((count) => results[count] ?? 'saved', clocks[made++] as SimulatedClock),
        );
        for (const { type, value } of steps) {
          for (const [index, session] of sessions.entries()) {
            if (type === 'wait') clocks[index]?.increment(Number(value));
            else if (type === 'answer') session.send({ type, at: '/wohnort', value: String(value) });
            else if (type === 'resolve') session.send({ type: 'draftResolved', revision: Number(value) });
            else session.actor.send({ type: 'flush' });
          }
          for (let turn = 0; turn < 8; turn++) await Promise.resolve();
          expect(placeOf(sessions[0])).toEqual(placeOf(sessions[1]));
          expect(sessions[0]?.view().draft).toEqual(sessions[1]?.view().draft);
        }
        for (const session of sessions) session.dispose();
      }),
      { numRuns: 200 },
    );
  });

  test('is JSON, so that it can be looked at anywhere', () => {
    const chart = formChart(program(dogTax).program);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });
});

const submit = fc.constant({ type: 'submit' as const });
