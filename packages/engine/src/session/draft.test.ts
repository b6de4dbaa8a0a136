import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { complete, dogTax } from '../../test/dog-tax.ts';
import { onePage, start } from '../../test/support.ts';
import { next } from '../../test/walk.ts';
import {
  type DraftPort,
  type PersistedSession,
  PortError,
  type Receipt,
  type Session,
  type Submission,
} from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

/** A draft port whose calls are answered by hand. */
function byHand() {
  const calls: {
    readonly draft: PersistedSession;
    readonly revision: number;
    resolve(revision: number): void;
    reject(error: unknown): void;
  }[] = [];
  const port: DraftPort = {
    save: (draft, revision) =>
      new Promise((resolve, reject) => {
        calls.push({ draft, revision, resolve: (saved) => resolve({ revision: saved }), reject });
      }),
  };
  return { port, calls };
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

const form = onePage({ a: { type: 'string', title: 'A' } });

describe('saving a draft', () => {
  const open = () => {
    const clock = new SimulatedClock();
    const { port, calls } = byHand();
    session = start(form, { draft: port, clock, revision: 7 });
    const type = (value: string) => session?.send({ type: 'answer', at: '/a', value });
    const state = () => session?.view().draft;
    return { clock, calls, type, state, session };
  };

  test('waits for a pause, then saves on top of the known revision', async () => {
    const { clock, calls, type, state } = open();
    expect(state()).toEqual({ state: 'idle', revision: 7 });
    type('x');
    clock.increment(799);
    expect(calls).toHaveLength(0);
    clock.increment(1);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ revision: 7, draft: { answers: { a: 'x' } } });
    expect(state()).toEqual({ state: 'saving', revision: 7 });
    calls[0]?.resolve(8);
    await settle();
    expect(state()).toEqual({ state: 'saved', revision: 8 });
  });

  test('goes on waiting while someone types, but not for ever', () => {
    const { clock, calls, type } = open();
    type('0');
    clock.increment(500);
    type('1');
    clock.increment(300);
    expect(calls).toHaveLength(0);
    clock.increment(800);
    expect(calls).toHaveLength(1);
    for (let step = 0; step < 100; step++) {
      type(`t${step}`);
      clock.increment(400);
    }
    expect(calls).toHaveLength(1);
  });

  test('saves in the end even if the typing never pauses', async () => {
    const { clock, calls, type } = open();
    for (let step = 0; step < 30; step++) {
      type(`t${step}`);
      clock.increment(400);
    }
    expect(calls.length).toBeGreaterThan(0);
  });

  test('saves again what was typed meanwhile', async () => {
    const { clock, calls, type, state } = open();
    type('x');
    clock.increment(800);
    type('xy');
    calls[0]?.resolve(8);
    await settle();
    expect(state()).toEqual({ state: 'idle', revision: 8 });
    clock.increment(800);
    expect(calls[1]).toMatchObject({ revision: 8, draft: { answers: { a: 'xy' } } });
  });

  test('tries again when it was offline', async () => {
    const { clock, calls, type, state } = open();
    type('x');
    clock.increment(800);
    calls[0]?.reject(new TypeError('no network'));
    await settle();
    expect(state()?.state).toBe('offline');
    type('xyz');
    clock.increment(10_000);
    expect(calls[1]).toMatchObject({ revision: 7, draft: { answers: { a: 'xyz' } } });
  });

  test('stops at a conflict until someone decides', async () => {
    const { clock, calls, type, state, session: s } = open();
    type('x');
    clock.increment(800);
    calls[0]?.reject(new PortError({ code: 'draft-conflict', retry: false }));
    await settle();
    expect(state()?.state).toBe('conflict');
    type('y');
    clock.increment(60_000);
    expect(calls).toHaveLength(1);
    expect(s?.send({ type: 'draftResolved', revision: 12 })).toEqual({ ok: true });
    expect(calls[1]).toMatchObject({ revision: 12, draft: { answers: { a: 'y' } } });
  });

  test('can be done at once', async () => {
    const { calls, type, state, session: s } = open();
    type('x');
    const done = s?.flush();
    expect(calls).toHaveLength(1);
    calls[0]?.resolve(8);
    await done;
    expect(state()).toEqual({ state: 'saved', revision: 8 });
  });

  test('does nothing without a port', async () => {
    session = start(form);
    session.send({ type: 'answer', at: '/a', value: 'x' });
    await session.flush();
    expect(session.view().draft).toEqual({ state: 'idle', revision: 0 });
  });
});

describe('submitting', () => {
  const receipt: Receipt = { id: 'r1', reference: 'HS-1', receivedAt: '2026-11-23T10:00:00Z', state: 'released' };

  const atSummary = (submit?: (submission: Submission) => Promise<Receipt>) => {
    session = start(dogTax, { answers: complete, ...(submit ? { submission: { submit } } : {}) });
    session.send({ type: 'goTo', step: 'pruefen' });
    return session;
  };

  test('files the relevant answers and shows the receipt', async () => {
    const filed: Submission[] = [];
    const s = atSummary((submission) => {
      filed.push(submission);
      return Promise.resolve(receipt);
    });
    expect(s.send({ type: 'submit' })).toEqual({ ok: true });
    expect(s.view().status).toBe('sending');
    expect(s.send({ type: 'answer', at: '/wohnort', value: 'nein' })).toEqual({ ok: false, code: 'sending' });
    await settle();
    expect(s.view()).toMatchObject({ status: 'submitted', receipt });
    expect(filed).toEqual([
      {
        form: { id: 'hundesteuer-anmeldung', version: '1.0.0' },
        language: 'de',
        today: '2026-11-23',
        answers: { ...complete, steuer: 10000 },
      },
    ]);
    expect(s.send({ type: 'back' })).toEqual({ ok: false, code: 'submitted' });
    expect(s.actor.getSnapshot().value).toMatchObject({ form: { submitted: 'released' } });
  });

  test('comes back to the summary with the reason when it fails, and can be tried again', async () => {
    let failing = true;
    const problems = [{ at: '/halter/vorname', code: 'pattern', params: {} }];
    const s = atSummary(() =>
      failing ? Promise.reject(new PortError({ code: 'refused', retry: false, problems })) : Promise.resolve(receipt),
    );
    s.send({ type: 'submit' });
    await settle();
    expect(s.view()).toMatchObject({ status: 'summary', failure: { code: 'refused' }, problems });
    failing = false;
    s.send({ type: 'submit' });
    await settle();
    expect(s.view().status).toBe('submitted');
  });

  test('leads to the first page with a problem instead', () => {
    const s = atSummary(() => Promise.resolve(receipt));
    s.send({ type: 'answer', at: '/kontakt/email', value: 'falsch' });
    s.send({ type: 'submit' });
    expect(s.view()).toMatchObject({ status: 'filling', step: { id: 'halter' }, fromSummary: false });
    expect(s.view().problems).toHaveLength(1);
    s.send({ type: 'answer', at: '/kontakt/email', value: 'erika@mustermann.example' });
    expect(s.view().problems).toHaveLength(0);
  });

  test('is refused without a port, once nothing is wrong', () => {
    expect(atSummary().send({ type: 'submit' })).toEqual({ ok: false, code: 'no-port' });
  });

  test('hands over where an exit stands after the summary', () => {
    session = start({
      ...onePage({ a: { type: 'string', title: 'A' } }),
      services: { amt: { kind: 'handover' } },
      steps: [
        { id: 'eins', title: 'Eins', fields: ['/a'] },
        { id: 'pruefen', kind: 'summary', title: 'Prüfen' },
        { id: 'weiter', kind: 'exit', title: 'Weiter beim Amt', text: 'Weiter.', handover: 'amt', pass: ['/a'] },
      ],
    });
    next(session);
    session.send({ type: 'submit' });
    expect(session.view()).toMatchObject({ status: 'exit', step: { id: 'weiter', handover: 'amt' } });
    expect(session.view().route.map(({ id }) => id)).toEqual(['eins', 'pruefen', 'weiter']);
  });
});

describe('the chart', () => {
  test('is made of the form’s steps and can be inspected', () => {
    session = start(dogTax, { answers: { wohnort: 'nein' } });
    const value = () => JSON.stringify(session?.actor.getSnapshot().value);
    expect(value()).toBe('{"form":{"open":{"filling":"zustaendigkeit"}},"draft":"idle"}');
    next(session);
    expect(value()).toBe('{"form":{"open":{"exits":"woanders"}},"draft":"idle"}');
    session.send({ type: 'back' });
    session.send({ type: 'answer', at: '/wohnort', value: 'ja' });
    session.send({ type: 'goTo', step: 'pruefen' });
    expect(value()).toBe('{"form":{"open":"summary"},"draft":"idle"}');
    expect(() => JSON.stringify(session?.actor.logic.config)).not.toThrow();
  });
});
