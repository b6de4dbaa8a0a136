import type { JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { SimulatedClock } from 'xstate';
import { type LookupCall, lookupByHand } from '../../../test/lookup-by-hand.ts';
import { settle } from '../../../test/settle.ts';
import { onePage, program, today } from '../../../test/support.ts';
import { fieldAt } from '../../../test/walk.ts';
import { createSession, PortError, type Session } from '../../index.ts';
import { withServices } from '../index.ts';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

const { program: compiled, validate } = program(
  onePage(
    {
      a: { type: 'string', title: 'A', service: 'amt', maxLength: 3 },
      b: { type: 'string', title: 'B' },
      zeilen: { type: 'array', title: 'Zeilen', maxItems: 2, items: { type: 'string', service: 'amt', maxLength: 3 } },
    },
    { services: { amt: { kind: 'lookup', for: 'options', strict: true, minLength: 1, with: { b: 'b' } } } },
  ),
);

type State = 'idle' | 'known' | 'unknown' | 'unavailable';

/** What the port says depends on the question alone. */
function verdictOn(text: string | number, given: unknown): State {
  const size = `${text} ${JSON.stringify(given)}`.length % 4;
  return size === 0 ? 'unavailable' : size < 3 ? 'known' : 'unknown';
}

function reply(call: LookupCall): void {
  const verdict = verdictOn(call.text, call.context.given);
  if (verdict === 'unavailable') call.reject(new PortError({ code: 'closed', retry: false }));
  else if (call.kind === 'check') call.resolve({ known: verdict === 'known' });
  else call.resolve({ options: [{ value: `${call.text}-${JSON.stringify(call.context.given)}` }], more: false });
}

const value = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<JsonValue>('x', 'xy', 'xyz') },
  fc.constantFrom<JsonValue>('zu lang', null, 7),
);
const place = fc.oneof({ weight: 3, arbitrary: fc.constant('/a') }, fc.constantFrom('/zeilen/0', '/zeilen/1'));

/** What people and the port do, in any order. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), at: place, value }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('search' as const), at: place, query: fc.constantFrom('', 'x', 'xy') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('beside' as const), value: fc.constantFrom('p', 'pq', null) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('pass' as const), time: fc.constantFrom(100, 300, 300, 6_000) }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('reply' as const), to: fc.nat(3) }) },
  fc.record({ do: fc.constant('add' as const) }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat(2) }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(2), to: fc.nat(2) }),
  fc.record({ do: fc.constant('next' as const) }),
  fc.record({ do: fc.constant('back' as const) }),
);

const lookedUp = ['/a', '/zeilen/0', '/zeilen/1'];

/** What a field alone would lead to, if nothing had happened before. */
function expected(session: Session, at: string): State {
  const answer = fieldAt(session, at)?.value;
  if (typeof answer !== 'string' || answer.length > 3) return 'idle';
  return verdictOn(answer, givenIn(session));
}

function givenIn(session: Session): unknown {
  const { b } = session.persist().answers;
  return typeof b === 'string' ? { b } : {};
}

describe('whatever people type and in whatever order answers come', () => {
  test('every field shows what its last value alone would give, and never the verdict on another value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const { port, calls } = lookupByHand();
        const clock = new SimulatedClock();
        const session = createSession(compiled, { validate, today, clock, services: withServices({ lookup: port }) });
        const open = () => calls.filter(({ signal }) => !signal.aborted && !answered.has(signal));
        const answered = new Set<unknown>();
        const answer = async (call: LookupCall | undefined) => {
          if (!call) return;
          answered.add(call.signal);
          reply(call);
          await settle();
        };
        const check = (states: readonly string[]) => {
          for (const at of lookedUp) {
            const view = fieldAt(session, at);
            if (!view?.lookup) continue;
            expect([...states, expected(session, at)]).toContain(view.lookup.state);
            const { search } = view.lookup;
            const fitting = `${search?.query}-${JSON.stringify(givenIn(session))}`;
            for (const option of search?.options ?? []) expect(option.value).toBe(fitting);
          }
        };
        for (const one of steps) {
          if (one.do === 'answer') session.send({ type: 'answer', at: one.at, value: one.value });
          else if (one.do === 'search') session.send({ type: 'search', at: one.at, query: one.query });
          else if (one.do === 'beside') session.send({ type: 'answer', at: '/b', value: one.value });
          else if (one.do === 'pass') clock.increment(one.time);
          else if (one.do === 'reply') await answer(calls.at(-1 - one.to));
          else if (one.do === 'add') session.send({ type: 'addItem', at: '/zeilen' });
          else if (one.do === 'remove') session.send({ type: 'removeItem', at: `/zeilen/${one.at}` });
          else if (one.do === 'move') session.send({ type: 'moveItem', at: `/zeilen/${one.at}`, to: one.to });
          else session.send({ type: one.do });
          check(['waiting', 'unavailable']);
        }
        if (session.view().status !== 'filling') session.send({ type: 'back' });
        // Time-outs of before are tried again; then everything is answered.
        for (const at of lookedUp) session.send({ type: 'retry', at });
        for (let round = 0; round < 20; round++) {
          clock.increment(500);
          for (const call of open()) await answer(call);
        }
        check([]);
        const snapshot = JSON.parse(JSON.stringify(session.persist()));
        const restored = createSession(compiled, {
          validate,
          today,
          clock,
          snapshot,
          services: withServices({ lookup: port }),
        });
        expect(restored.persist()).toEqual(snapshot);
        for (const at of lookedUp) {
          expect(fieldAt(restored, at)?.lookup?.state).toBe(fieldAt(session, at)?.lookup?.state);
        }
        restored.dispose();
        session.dispose();
        expect(calls.filter(({ signal }) => !signal.aborted && !answered.has(signal))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
