import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { codes, fieldAt, next } from '../../../test/walk.ts';
import { bookingDouble, identityDouble } from '../../doubles/index.ts';
import {
  type BookingView,
  createSession,
  type PersistedSession,
  type Session,
  type SessionEvent,
  type SessionOptions,
} from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const services = { termin: { kind: 'booking', fills: { ort: 'place', nummer: 'id', schalter: 'schalter' } } } as const;

const form: FormSketch = onePage(
  {
    wann: { type: 'string', format: 'date-time', title: 'Termin', service: 'termin', when: "mit != 'nein'" },
    ort: { type: 'string', title: 'Ort' },
    nummer: { type: 'string', title: 'Nummer' },
    schalter: { type: 'integer', title: 'Schalter' },
    mit: { type: 'string', title: 'Mit Termin?' },
  },
  {
    services,
    required: ['wann'],
    steps: [
      { id: 'termin', title: 'Termin', fields: ['/wann', '/ort', '/nummer', '/schalter', '/mit'] },
      { id: 'weg', kind: 'exit', when: "mit == 'weg'", title: 'Weg', text: 'Weg.' },
    ],
  },
);

const minute = 60_000;

function open(sketch = form, options: Parameters<typeof withServices>[1] = {}, more: Partial<SessionOptions> = {}) {
  const port = bookingDouble();
  const clock = new SimulatedClock();
  const s = start(sketch, { services: withServices({ booking: port }, options), clock, ...more });
  session = s;
  const pass = (milliseconds: number) => {
    port.advance(milliseconds);
    clock.increment(milliseconds);
  };
  const view = (at = '/wann') => fieldAt(s, at)?.service as BookingView;
  const send = (type: BookingView['actions'][number], more: object = {}, at = '/wann') =>
    s.send({ type, at, ...more } as SessionEvent);
  const hold = async (slot: string, at = '/wann') => {
    const result = send('hold', { slot }, at);
    await settle();
    return result;
  };
  return { port, pass, session: s, view, send, hold };
}

const answers = (s: Session) => s.submission().answers;

/** A session that goes on with what another has saved, after a journey through JSON. */
function goOn(snapshot: PersistedSession, port = bookingDouble(), clock = new SimulatedClock()): Session {
  const compiled = program(form);
  session = createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    clock,
    snapshot: JSON.parse(JSON.stringify(snapshot)) as PersistedSession,
    services: withServices({ booking: port }),
  });
  return session;
}

describe('free slots', () => {
  test('are looked for in the coming weeks, or in the days that are named', async () => {
    const { view, send } = open();
    expect(view()).toMatchObject({ state: 'none', slots: { state: 'unasked', found: [] }, actions: ['slots', 'hold'] });
    send('slots');
    expect(view().slots).toMatchObject({ state: 'loading', from: '2026-11-23', until: '2026-12-21' });
    await settle();
    expect(view().slots.found.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    send('slots', { from: '2026-12-02', until: '2026-12-02' });
    await settle();
    expect(view().slots).toMatchObject({ state: 'loaded', found: [{ id: 's3' }] });
  });

  test.each([
    [{ from: '2026-02-30' }],
    [{ from: 7 }],
    [{ from: '2026-12-02', until: '2026-12-01' }],
    [{ until: 'bald' }],
  ])('are not looked for in %j', (days) => {
    const { send, port } = open();
    expect(send('slots', days)).toEqual({ ok: false, code: 'bad-dates' });
    expect(port.remote.calls).toEqual([]);
  });

  test('asked for anew are those of the last question, whichever is answered last', async () => {
    const { view, send, port } = open();
    port.remote.pause('slots');
    send('slots', { from: '2026-12-01', until: '2026-12-01' });
    send('slots', { from: '2026-12-02', until: '2026-12-02' });
    expect(port.remote.aborted).toEqual(['slots']);
    port.remote.resume('slots');
    await settle();
    expect(view().slots.found.map(({ id }) => id)).toEqual(['s3']);
  });

  test('that cannot be had say so, and can be asked for again', async () => {
    const { view, send, port, pass } = open();
    port.remote.fail('slots', { code: 'closed', retry: false });
    send('slots');
    await settle();
    expect(view().slots).toMatchObject({ state: 'failed', failure: { code: 'closed', message: 'failure:closed' } });
    port.remote.pause('slots');
    send('slots');
    for (let time = 0; time < 100; time++) pass(1_000);
    expect(view().slots).toMatchObject({ state: 'failed', failure: { code: 'timed-out' } });
    port.remote.resume('slots');
    send('slots');
    await settle();
    expect(view().slots).toMatchObject({ state: 'loaded' });
    expect(view().slots).not.toHaveProperty('failure');
  });

  test('that make no sense are none', async () => {
    const { view, send, port } = open();
    port.slots = async () => [{ id: 'x', start: '1.12.2026' }];
    send('slots');
    await settle();
    expect(view().slots).toMatchObject({ state: 'failed', failure: { code: 'bad-answer' } });
  });
});

describe('a slot', () => {
  test('is held, and fills in the form', async () => {
    const { session: s, view, hold, port, send } = open();
    expect(send('hold', { slot: 's3' })).toEqual({ ok: true });
    expect(view()).toMatchObject({ state: 'holding', actions: ['cancel'] });
    next(s);
    expect(codes(s)).toEqual(['/wann hold-pending']);
    await settle();
    expect(codes(s)).toEqual([]);
    expect(view()).toMatchObject({
      state: 'held',
      slot: { id: 's3' },
      until: '2026-11-23T09:10:00.000Z',
      actions: ['slots', 'hold', 'renew', 'release', 'resume'],
    });
    expect(answers(s)).toEqual({ wann: '2026-12-02T14:00', ort: 'Bürgerbüro West', nummer: 'hold-1', schalter: 7 });
    expect(port.held()).toEqual(['s3']);
    await hold('s1');
    expect(answers(s)).not.toHaveProperty('schalter');
  });

  test('is not written by hand, nor is what comes with it', async () => {
    const { session: s } = open();
    expect(s.send({ type: 'answer', at: '/wann', value: '2026-12-01T09:00' })).toEqual({
      ok: false,
      code: 'filled-by-service',
    });
    expect(s.send({ type: 'answer', at: '/ort', value: 'x' })).toEqual({ ok: false, code: 'filled-by-service' });
    expect(fieldAt(s, '/ort')).toMatchObject({ filled: true, readOnly: true });
    expect(s.send({ type: 'answer', at: '/mit', value: 'x' })).toEqual({ ok: true });
  });

  test('that somebody else has taken says so, and the slots are looked up again', async () => {
    const { view, hold, port, send } = open();
    send('slots');
    await settle();
    port.take('s1');
    await hold('s1');
    expect(view()).toMatchObject({ state: 'none', failure: { code: 'slot-taken' } });
    expect(view().slots.found.map(({ id }) => id)).toEqual(['s2', 's3']);
    await hold('s2');
    expect(view()).toMatchObject({ state: 'held' });
    expect(view()).not.toHaveProperty('failure');
  });

  test('can be called off while it is being held: nothing stays held', async () => {
    const { view, send, port } = open();
    port.remote.pause('hold');
    send('hold', { slot: 's1' });
    expect(send('hold', { slot: 's2' })).toEqual({ ok: false, code: 'not-now' });
    send('cancel');
    port.remote.resume('hold');
    await settle();
    expect(view()).toMatchObject({ state: 'none', failure: { code: 'cancelled' } });
    expect(port.held()).toEqual([]);
  });

  test('asked for again after a time-out is held once', async () => {
    const { view, send, port, pass } = open();
    port.remote.pause('hold');
    send('hold', { slot: 's1' });
    pass(20_000);
    port.remote.resume('hold');
    pass(1_000);
    await settle();
    expect(view().state).toBe('held');
    expect(port.held()).toEqual(['s1']);
  });

  test('needs a name', () => {
    const { send } = open();
    expect(send('hold')).toEqual({ ok: false, code: 'unknown-slot' });
    expect(send('hold', { slot: { id: 's1' } })).toEqual({ ok: false, code: 'unknown-slot' });
  });

  test('of another name than the one asked for is none', async () => {
    const { view, hold, port } = open();
    const { hold: real } = port;
    port.hold = (request, signal) => real({ ...request, slot: 's2' }, signal);
    await hold('s1');
    expect(view()).toMatchObject({ state: 'none', failure: { code: 'bad-answer' } });
  });
});

describe('the end of a hold', () => {
  test('is a problem at the field, which still shows the slot', async () => {
    const { session: s, view, hold, pass } = open();
    await hold('s1');
    pass(10 * minute);
    expect(view()).toMatchObject({ state: 'expired', slot: { id: 's1' }, actions: ['slots', 'hold', 'release'] });
    expect(view()).not.toHaveProperty('until');
    next(s);
    expect(codes(s)).toEqual(['/wann hold-expired']);
    await hold('s1');
    expect(view().state).toBe('held');
    expect(codes(s)).toEqual([]);
  });

  test('is put off by renewing', async () => {
    const { view, hold, pass, send } = open();
    await hold('s1');
    pass(9 * minute);
    send('renew');
    expect(view()).toMatchObject({ state: 'renewing', actions: ['release'] });
    await settle();
    pass(9 * minute);
    expect(view()).toMatchObject({ state: 'held', until: '2026-11-23T09:19:00.000Z' });
    pass(minute);
    expect(view().state).toBe('expired');
  });

  test('comes when renewing fails', async () => {
    const { view, hold, pass, send, port } = open();
    await hold('s1');
    port.remote.fail('renew', { code: 'not-renewable', retry: false });
    send('renew');
    await settle();
    expect(view()).toMatchObject({ state: 'held', failure: { code: 'not-renewable' } });
    pass(10 * minute);
    expect(view().state).toBe('expired');
  });

  test('is told by the other end, when the page comes back from sleep', async () => {
    const { view, hold, send, port } = open();
    await hold('s1');
    port.advance(11 * minute);
    send('resume');
    expect(view().state).toBe('held');
    await settle();
    expect(view().state).toBe('expired');
  });

  test('while another is being held costs nothing but the old one', async () => {
    const { session: s, view, hold, pass, send, port } = open();
    await hold('s1');
    port.remote.pause('hold');
    pass(9 * minute + 50_000);
    send('hold', { slot: 's2' });
    pass(10_000);
    expect(view().state).toBe('holding');
    port.remote.resume('hold');
    await settle();
    expect(view().state).toBe('held');
    expect(answers(s)).toMatchObject({ wann: '2026-12-01T09:20' });
  });
});

describe('another slot', () => {
  test('is held before the old one is given back', async () => {
    const { session: s, view, hold, send, port } = open();
    await hold('s1');
    send('hold', { slot: 's2' });
    expect(view()).toMatchObject({ state: 'changing', slot: { id: 's1' } });
    expect(answers(s)).toMatchObject({ wann: '2026-12-01T09:00' });
    await settle();
    expect(port.held()).toEqual(['s2']);
    expect(answers(s)).toMatchObject({ wann: '2026-12-01T09:20' });
  });

  test('that cannot be had leaves the old one', async () => {
    const { session: s, view, hold, port } = open();
    await hold('s1');
    port.take('s2');
    await hold('s2');
    expect(view()).toMatchObject({ state: 'held', slot: { id: 's1' }, failure: { code: 'slot-taken' } });
    expect(answers(s)).toMatchObject({ wann: '2026-12-01T09:00' });
  });

  test('can be called off', async () => {
    const { view, hold, send, port } = open();
    await hold('s1');
    port.remote.pause('hold');
    send('hold', { slot: 's2' });
    send('cancel');
    port.remote.resume('hold');
    await settle();
    expect(view()).toMatchObject({ state: 'held', slot: { id: 's1' }, failure: { code: 'cancelled' } });
    expect(port.held()).toEqual(['s1']);
  });
});

describe('a held slot is given back', () => {
  test('by the person', async () => {
    const { session: s, view, hold, send, port } = open();
    await hold('s1');
    port.remote.pause('release');
    send('release');
    expect(view()).toMatchObject({ state: 'releasing', actions: [] });
    expect(answers(s)).toEqual({});
    port.remote.resume('release');
    await settle();
    expect(view()).toMatchObject({ state: 'none' });
    expect(port.held()).toEqual([]);
  });

  test('even if nobody hears of it', async () => {
    const { view, hold, send, port } = open();
    await hold('s1');
    port.remote.fail('release', { code: 'gone', retry: false });
    send('release');
    await settle();
    expect(view()).toMatchObject({ state: 'none' });
  });

  test('at an exit', async () => {
    const { session: s, hold, port } = open();
    await hold('s1');
    s.send({ type: 'answer', at: '/mit', value: 'weg' });
    next(s);
    await settle();
    expect(s.view().status).toBe('exit');
    expect(port.held()).toEqual([]);
    s.send({ type: 'back' });
    expect(answers(s)).toEqual({ mit: 'weg' });
  });

  test('when the session is given up', async () => {
    const { session: s, hold, port } = open();
    await hold('s1');
    s.dispose();
    await settle();
    expect(port.held()).toEqual([]);
  });

  test('but not by a session that lives for a request only, nor while somebody is away to log in', async () => {
    const { session: s, hold, port } = open(form, { releaseOnDispose: false });
    await hold('s1');
    s.dispose();
    await settle();
    expect(port.held()).toEqual(['s1']);

    const booking = bookingDouble();
    const both = {
      ...form,
      services: { ...services, konto: { kind: 'identity', optional: true } },
    } as FormSketch;
    const other = start(both, { services: withServices({ booking, identity: identityDouble() }) });
    session = other;
    other.send({ type: 'skipLogin', service: 'konto' });
    other.send({ type: 'hold', at: '/wann', slot: 's1' });
    await settle();
    other.send({ type: 'login', service: 'konto' });
    await settle();
    other.dispose();
    await settle();
    expect(booking.held()).toEqual(['s1']);
  });

  test('with the entry that it stands in; others keep theirs', async () => {
    const entry = { type: 'object', properties: { wann: { type: 'string', format: 'date-time', service: 'termin' } } };
    const list: FormSketch = {
      ...onePage({ leute: { type: 'array', title: 'Leute', items: entry } }),
      services: { termin: { kind: 'booking' } },
    };
    const { session: s, hold, port } = open(list);
    for (let count = 0; count < 2; count++) s.send({ type: 'addItem', at: '/leute' });
    await hold('s1', '/leute/0/wann');
    await hold('s2', '/leute/1/wann');
    expect(port.held()).toEqual(['s1', 's2']);
    s.send({ type: 'removeItem', at: '/leute/0' });
    await settle();
    expect(port.held()).toEqual(['s2']);
    expect(answers(s)).toEqual({ leute: [{ wann: '2026-12-01T09:20' }] });
    expect(s.persist().services).toMatchObject({ booking: { '/leute/0/wann': { state: 'held' } } });
  });
});

describe('a saved session', () => {
  test('is the same when it is restored, and asks how its hold stands', async () => {
    const { session: s, hold, port } = open();
    await hold('s1');
    const before = s.view();
    const again = goOn(s.persist(), port);
    expect(again.persist()).toEqual(s.persist());
    expect(port.remote.calls.at(-1)).toBe('check');
    await settle();
    expect(again.view()).toEqual(before);
  });

  test('whose hold has ended says so', async () => {
    const { session: s, hold, port } = open();
    await hold('s1');
    port.advance(11 * minute);
    const again = goOn(s.persist(), port);
    await settle();
    next(again);
    expect(codes(again)).toEqual(['/wann hold-expired']);
  });

  test('that does not reach the other end counts the time it knew of', async () => {
    const { session: s, hold, port } = open();
    await hold('s1');
    const clock = new SimulatedClock();
    port.remote.fail('check', { code: 'offline', retry: false });
    const again = goOn(s.persist(), port, clock);
    await settle();
    expect(fieldAt(again, '/wann')?.service).toMatchObject({ state: 'held', failure: { code: 'offline' } });
    clock.increment(10 * minute);
    expect(fieldAt(again, '/wann')?.service).toMatchObject({ state: 'expired' });
  });

  test('that was about to hold a slot holds it, once, on another machine', async () => {
    const { session: s, send, port } = open(form, { releaseOnDispose: false });
    port.remote.pause('hold');
    send('hold', { slot: 's1' });
    const snapshot = s.persist();
    const again = goOn(snapshot, port);
    expect(again.persist()).toEqual(snapshot);
    port.remote.resume('hold');
    await settle();
    expect(port.held()).toEqual(['s1']);
    expect(answers(again)).toMatchObject({ wann: '2026-12-01T09:00' });
  });

  test('with another time than the one held has the one held', async () => {
    const { session: s, hold, port } = open();
    await hold('s1');
    const snapshot = s.persist();
    const again = goOn({ ...snapshot, answers: { ...snapshot.answers, wann: '2026-12-24T12:00' } }, port);
    expect(answers(again)).toMatchObject({ wann: '2026-12-01T09:00' });
  });

  test('with a time that nobody holds does not let it pass', () => {
    const { session: s, send } = open();
    const again = goOn({ ...s.persist(), answers: { wann: '2026-12-01T09:00', ort: 'Bürgerbüro' } });
    next(again);
    expect(codes(again)).toEqual(['/wann hold-expired']);
    again.send({ type: 'release', at: '/wann' });
    expect(again.submission().answers).toEqual({});
    expect(send('release')).toEqual({ ok: false, code: 'not-now' });
  });

  test.each([
    ['no object', []],
    ['an unknown state', { '/wann': { state: 'mine' } }],
    ['held without a hold', { '/wann': { state: 'held' } }],
    [
      'a hold for ever',
      {
        '/wann': {
          state: 'held',
          hold: {
            id: 'h',
            slot: { id: 's', start: '2026-12-01T09:00' },
            until: '2026-11-23T09:10:00Z',
            remaining: 1e12,
          },
        },
      },
    ],
    ['about to hold nothing', { '/wann': { state: 'holding' } }],
  ])('with %s is refused', (_, booking) => {
    const { session: s } = open();
    const snapshot = { ...s.persist(), services: { booking } } as unknown as PersistedSession;
    expect(() => goOn(snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });

  test('with a hold at a field there is not is left aside', () => {
    const { session: s } = open();
    const booking = {
      '/nix': {
        state: 'expired',
        hold: { id: 'h', slot: { id: 's', start: '2026-12-01T09:00' }, until: '2026-11-23T09:10:00Z', remaining: 1 },
      },
    };
    expect(goOn({ ...s.persist(), services: { booking } }).persist()).not.toHaveProperty('services');
  });
});

describe('a filed form', () => {
  test('keeps its slot: the authority has it', async () => {
    const receipt = { id: 'r', reference: 'R-1', receivedAt: '2026-11-23T09:00:00Z', state: 'released' } as const;
    const { session: s, hold, port, pass } = open(form, {}, { submission: { submit: async () => receipt } });
    await hold('s1');
    next(s);
    s.send({ type: 'submit' });
    await settle();
    expect(s.view().status).toBe('submitted');
    expect(s.persist().services).toMatchObject({ booking: { '/wann': { state: 'filed' } } });
    pass(20 * minute);
    expect(s.persist().services).toMatchObject({ booking: { '/wann': { state: 'filed' } } });
    expect(s.send({ type: 'release', at: '/wann' })).toEqual({ ok: false, code: 'not-now' });
    const again = goOn(s.persist(), port);
    expect(again.view()).toMatchObject({ status: 'submitted', receipt });
    s.dispose();
    await settle();
    expect(port.remote.calls).not.toContain('release');
  });
});

test('a field whose service is not needed is an ordinary one', () => {
  const { session: s } = open({ ...form, services: { termin: { ...services.termin, when: "mit == 'ja'" } } });
  expect(fieldAt(s, '/wann')).toMatchObject({ readOnly: false });
  expect(fieldAt(s, '/wann')).not.toHaveProperty('service');
  expect(s.send({ type: 'hold', at: '/wann', slot: 's1' })).toEqual({ ok: false, code: 'not-served' });
  expect(s.send({ type: 'answer', at: '/wann', value: '2026-12-01T09:00' })).toEqual({ ok: true });
});

test('an irrelevant field holds nothing new, and keeps what it has for when it comes back', async () => {
  const { session: s, hold, view, port } = open();
  await hold('s1');
  s.send({ type: 'answer', at: '/mit', value: 'nein' });
  expect(answers(s)).not.toHaveProperty('wann');
  expect(await hold('s2')).toEqual({ ok: false, code: 'not-now' });
  s.send({ type: 'answer', at: '/mit', value: 'ja' });
  expect(view().state).toBe('held');
  expect(port.held()).toEqual(['s1']);
});

test('without a port it is an ordinary date and time', () => {
  session = start(form);
  expect(fieldAt(session, '/wann')).toMatchObject({ readOnly: false, control: 'date-time' });
  expect(session.send({ type: 'answer', at: '/wann', value: '2026-12-01T09:00' })).toEqual({ ok: true });
  next(session);
  expect(codes(session)).toEqual([]);
});
