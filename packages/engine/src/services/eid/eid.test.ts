import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { fieldAt, next } from '../../../test/walk.ts';
import { eidDouble, erikaMustermann, identityDouble } from '../../doubles/index.ts';
import { createSession, type EidView, type PersistedSession, type Session, type SessionEvent } from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const services = { ausweis: { kind: 'eid', title: 'Online-Ausweis' } } as const;

const form: FormSketch = onePage(
  {
    vorname: {
      type: 'string',
      title: 'Vorname',
      prefill: 'identity.givenName',
      service: 'ausweis',
      changeable: false,
    },
    geboren: {
      type: 'string',
      format: 'date',
      title: 'Geboren',
      prefill: 'identity.birthDate',
      service: 'ausweis',
    },
    konto: { type: 'string', title: 'Name im Konto', prefill: 'identity.familyName' },
  },
  { services },
);

function open(sketch = form) {
  const port = eidDouble();
  const clock = new SimulatedClock();
  const s = start(sketch, { services: withServices({ eid: port }), clock });
  session = s;
  const view = () => s.view().services?.ausweis as EidView;
  const send = (type: EidView['actions'][number]) => s.send({ type, service: 'ausweis' } as SessionEvent);
  const read = async () => {
    send('readCard');
    await settle();
    port.present();
    await settle();
  };
  return { port, clock, session: s, view, send, read };
}

const answers = (s: Session) => s.submission().answers;

function goOn(snapshot: PersistedSession): Session {
  const compiled = program(form);
  session = createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    snapshot: JSON.parse(JSON.stringify(snapshot)) as PersistedSession,
    services: withServices({ eid: eidDouble() }),
  });
  return session;
}

describe('reading a card', () => {
  test('goes from stage to stage and fills in what is proven', async () => {
    const { session: s, view, send, port } = open();
    expect(view()).toEqual({
      kind: 'eid',
      title: 'Online-Ausweis',
      active: true,
      optional: false,
      state: 'idle',
      actions: ['readCard'],
    });
    send('readCard');
    expect(view()).toMatchObject({ state: 'starting', actions: ['cancel'] });
    await settle();
    expect(port.requests).toEqual([{ service: 'ausweis', claims: ['givenName', 'birthDate'] }]);
    port.stage({ stage: 'app', url: 'eid://127.0.0.1:24727/eID-Client?tcTokenURL=x' });
    expect(view()).toMatchObject({ state: 'starting', url: 'eid://127.0.0.1:24727/eID-Client?tcTokenURL=x' });
    port.stage({ stage: 'card' });
    expect(view()).toMatchObject({ state: 'waiting' });
    expect(view()).not.toHaveProperty('url');
    port.stage({ stage: 'secret' });
    expect(view().state).toBe('secret');
    port.stage({ stage: 'card' });
    expect(view().state).toBe('waiting');
    port.stage({ stage: 'reading' });
    expect(view().state).toBe('reading');
    port.present();
    await settle();
    expect(view()).toMatchObject({ state: 'done', actions: ['forgetCard'] });
    expect(answers(s)).toEqual({ vorname: 'Erika', geboren: '1964-08-12' });
    expect(fieldAt(s, '/vorname')).toMatchObject({
      readOnly: true,
      proven: { by: 'eid', level: 'high', locked: true },
    });
    expect(fieldAt(s, '/geboren')).toMatchObject({ readOnly: false, proven: { locked: false } });
    expect(s.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: false, code: 'locked' });
  });

  test('shows no address that could be anything', async () => {
    const { view, send, port } = open();
    send('readCard');
    await settle();
    port.stage({ stage: 'app', url: 'javascript:alert(1)' });
    expect(view()).not.toHaveProperty('url');
    port.stage({ stage: 'nonsense' } as never);
    expect(view().state).toBe('starting');
  });

  test.each(['no-reader', 'card-refused'] as const)('that fails (%s) says so and can be tried again', async (code) => {
    const { view, send, port, read } = open();
    send('readCard');
    await settle();
    port.refuse(code);
    await settle();
    expect(view()).toMatchObject({ state: 'failed', failure: { code, message: `failure:${code}` } });
    await read();
    expect(view()).toMatchObject({ state: 'done' });
    expect(view()).not.toHaveProperty('failure');
  });

  test('that the person gives up, there or here, is cancelled', async () => {
    const { view, send, port } = open();
    send('readCard');
    await settle();
    port.refuse();
    await settle();
    expect(view()).toMatchObject({ state: 'cancelled', failure: { code: 'cancelled' }, actions: ['readCard'] });
    send('readCard');
    await settle();
    expect(send('cancel')).toEqual({ ok: true });
    expect(port.remote.aborted).toEqual(['read']);
    port.present();
    port.stage({ stage: 'card' });
    await settle();
    expect(view().state).toBe('cancelled');
  });

  test('does not wait for ever', async () => {
    const { view, send, clock } = open();
    send('readCard');
    await settle();
    clock.increment(10 * 60_000);
    expect(view()).toMatchObject({ state: 'failed', failure: { code: 'timed-out' } });
  });

  test('with an answer that is no proof of level high is none', async () => {
    const { session: s, view, send, port } = open();
    for (const answer of [{ level: 'substantial', subject: 'x', claims: {} }, undefined, 'Erika']) {
      port.read = async () => answer as never;
      send('readCard');
      await settle();
      expect(view()).toMatchObject({ state: 'failed', failure: { code: 'bad-answer' } });
    }
    expect(answers(s)).toEqual({});
  });

  test('is not begun twice', async () => {
    const { send } = open();
    send('readCard');
    expect(send('readCard')).toEqual({ ok: false, code: 'not-now' });
    expect(send('forgetCard')).toEqual({ ok: false, code: 'not-now' });
  });

  test('is called off when the session is given up', async () => {
    const { session: s, send, port } = open();
    send('readCard');
    await settle();
    s.dispose();
    expect(port.remote.aborted).toEqual(['read']);
    port.present();
    await settle();
  });
});

test('what was read can be taken back', async () => {
  const { session: s, view, send, read } = open();
  await read();
  s.send({ type: 'answer', at: '/geboren', value: '1980-01-01' });
  send('forgetCard');
  expect(view().state).toBe('idle');
  expect(answers(s)).toEqual({ geboren: '1980-01-01' });
});

test('a form that demands a card is not sent without', async () => {
  const { session: s, read } = open();
  next(s);
  s.send({ type: 'submit' });
  expect(s.view().problems).toMatchObject([{ at: '', code: 'card-required', params: { service: 'ausweis' } }]);
  await read();
  expect(s.view().problems).toEqual([]);
});

test('an account fills no fields of the card, nor the card fields of the account', async () => {
  const identity = identityDouble({ holder: erikaMustermann, level: 'high' });
  const eid = eidDouble();
  const both: FormSketch = { ...form, services: { ...services, anmeldung: { kind: 'identity', level: 'low' } } };
  const s = start(both, { services: withServices({ identity, eid }) });
  session = s;
  s.send({ type: 'login', service: 'anmeldung' });
  await settle();
  expect(answers(s)).toEqual({ konto: 'Mustermann' });
  s.send({ type: 'readCard', service: 'ausweis' });
  await settle();
  eid.present({ subject: 'x', claims: { givenName: 'Max', familyName: 'Müller' } });
  await settle();
  expect(answers(s)).toEqual({ konto: 'Mustermann', vorname: 'Max' });
});

describe('a saved session', () => {
  test('is the same when it is restored', async () => {
    const { session: s, read } = open();
    await read();
    const again = goOn(s.persist());
    expect(again.persist()).toEqual(s.persist());
    expect(again.view()).toEqual(s.view());
    expect(again.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: false, code: 'locked' });
  });

  test('in which a proven value was changed has the proven one', async () => {
    const { session: s, read } = open();
    await read();
    const snapshot = s.persist();
    expect(answers(goOn({ ...snapshot, answers: { ...snapshot.answers, vorname: 'Max' } }))).toMatchObject({
      vorname: 'Erika',
    });
  });

  test('remembers that it failed, but not what was under way: nobody holds a card to another machine', async () => {
    const { session: s, send, port } = open();
    send('readCard');
    await settle();
    expect(s.persist()).not.toHaveProperty('services');
    port.refuse('no-reader');
    await settle();
    expect(goOn(s.persist()).view().services).toMatchObject({ ausweis: { state: 'failed' } });
  });

  test.each([
    ['no object', 1],
    ['no part', { ausweis: 1 }],
    ['a proof that is none', { ausweis: { proof: {} } }],
  ])('with %s is refused', (_, eid) => {
    const { session: s } = open();
    const snapshot = { ...s.persist(), services: { eid } } as PersistedSession;
    expect(() => goOn(snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });
});

test('without a port the fields are ordinary ones', () => {
  const s = start(form);
  session = s;
  expect(s.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: true });
  expect(s.send({ type: 'readCard', service: 'ausweis' })).toEqual({ ok: false, code: 'unknown-event' });
});
