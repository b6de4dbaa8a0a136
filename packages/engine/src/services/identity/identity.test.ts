import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { fieldAt, next } from '../../../test/walk.ts';
import { formMachine } from '../../chart/index.ts';
import { erikaMustermann, identityDouble } from '../../doubles/index.ts';
import {
  createSession,
  type DraftPort,
  type IdentityView,
  type PersistedSession,
  PortError,
  restoreSession,
  type Session,
  type SessionEvent,
} from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const fields = {
  vorname: { type: 'string', title: 'Vorname', prefill: 'identity.givenName', changeable: false },
  nachname: { type: 'string', title: 'Nachname', prefill: 'identity.familyName', maxLength: 20 },
  geboren: { type: 'string', format: 'date', title: 'Geboren', prefill: 'identity.birthDate', when: "mit == 'ja'" },
  mit: { type: 'string', title: 'Mit Geburtsdatum?' },
} as const;

const formWith = (services: NonNullable<FormSketch['services']>): FormSketch => onePage(fields, { services });

const required = formWith({ anmeldung: { kind: 'identity', level: 'substantial', title: 'Anmeldung' } });
const optional = formWith({ anmeldung: { kind: 'identity', level: 'low', optional: true } });
const twoLevels = formWith({
  anmeldung: { kind: 'identity', level: 'low', optional: true },
  ausweis: { kind: 'identity', level: 'high', when: "mit == 'ja'" },
});

function open(form: FormSketch, direct?: Parameters<typeof identityDouble>[0], draft?: DraftPort) {
  const port = identityDouble(direct);
  const clock = new SimulatedClock();
  const s = start(form, { services: withServices({ identity: port }), clock, ...(draft ? { draft } : {}) });
  session = s;
  const service = (name = 'anmeldung') => s.view().services?.[name] as IdentityView;
  const send = (type: 'login' | 'stepUp' | 'logout' | 'skipLogin' | 'cancel' | 'resume', name = 'anmeldung') =>
    s.send({ type, service: name } as SessionEvent);
  const login = async (name = 'anmeldung', holder = erikaMustermann, level?: 'low' | 'substantial' | 'high') => {
    send(service(name).satisfied || service(name).state === 'signed-out' ? 'login' : 'stepUp', name);
    await settle();
    port.approve([...port.requests.keys()].at(-1) ?? '', holder, level);
    send('resume', name);
    await settle();
  };
  return { port, clock, session: s, service, send, login };
}

const answers = (s: Session) => s.submission().answers;

describe('a login that the form demands', () => {
  test('precedes the first page: nothing can be answered before', () => {
    const { session: s, service } = open(required);
    expect(s.view()).toMatchObject({ status: 'login' });
    expect(service()).toEqual({
      kind: 'identity',
      title: 'Anmeldung',
      active: true,
      optional: false,
      state: 'signed-out',
      level: 'substantial',
      satisfied: false,
      actions: ['login'],
    });
    expect(s.send({ type: 'answer', at: '/mit', value: 'x' })).toEqual({ ok: false, code: 'login' });
    expect(s.send({ type: 'next' })).toEqual({ ok: false, code: 'login' });
    expect(s.send({ type: 'skipLogin', service: 'anmeldung' })).toEqual({ ok: false, code: 'not-now' });
    expect(s.actor.getSnapshot().value).toMatchObject({ form: 'login' });
  });

  test('asks for what the form fills in, leads away and fills it in on return', async () => {
    const { session: s, service, send, port } = open(required);
    expect(send('login')).toEqual({ ok: true });
    expect(service()).toMatchObject({ state: 'starting', actions: ['cancel'] });
    await settle();
    expect(port.requests.get('ticket-1')).toEqual({
      service: 'anmeldung',
      level: 'substantial',
      claims: ['givenName', 'familyName', 'birthDate'],
    });
    expect(service()).toMatchObject({
      state: 'leaving',
      url: 'https://konto.example/login?ticket=ticket-1',
      actions: ['resume', 'cancel'],
    });
    port.approve('ticket-1');
    send('resume');
    expect(service().state).toBe('checking');
    await settle();
    expect(s.view().status).toBe('filling');
    expect(service()).toMatchObject({
      state: 'signed-in',
      proven: 'substantial',
      satisfied: true,
      actions: ['logout'],
    });
    expect(answers(s)).toEqual({ vorname: 'Erika', nachname: 'Mustermann' });
  });

  test('is over at once where the person is logged in already', async () => {
    const { session: s, send } = open(required, { holder: erikaMustermann, level: 'high' });
    send('login');
    await settle();
    expect(s.view()).toMatchObject({ status: 'filling', services: { anmeldung: { proven: 'high' } } });
  });

  test('is the same where XState runs the chart', async () => {
    const port = identityDouble();
    const s = start(required, { services: withServices({ identity: port }), chart: formMachine });
    session = s;
    expect(s.view().status).toBe('login');
    s.send({ type: 'login', service: 'anmeldung' });
    await settle();
    port.approve('ticket-1');
    s.send({ type: 'resume', service: 'anmeldung' });
    await settle();
    expect(s.view().status).toBe('filling');
    expect(answers(s)).toEqual({ vorname: 'Erika', nachname: 'Mustermann' });
    expect(s.actor.getSnapshot().children.identity?.getSnapshot()).toMatchObject({ value: 'signedIn' });
  });

  test('can be inspected as an actor of the session', async () => {
    const { session: s, send } = open(required);
    const child = () => s.actor.getSnapshot().children.identity?.getSnapshot();
    expect(child()).toMatchObject({ value: 'signedOut' });
    send('login');
    expect(child()).toMatchObject({ value: 'starting', children: { '0.identity.starting': expect.anything() } });
  });
});

describe('a login that fails', () => {
  test.each(['cancelled', 'refused', 'expired'] as const)(
    'at the account (%s) says so and can be tried again',
    async (code) => {
      const { session: s, service, send, port, login } = open(required);
      send('login');
      await settle();
      port.decline('ticket-1', code);
      send('resume');
      await settle();
      expect(s.view().status).toBe('login');
      expect(service()).toMatchObject({ state: 'signed-out', failure: { code, message: `failure:${code}` } });
      await login();
      expect(s.view().status).toBe('filling');
      expect(service()).not.toHaveProperty('failure');
    },
  );

  test('because nobody answers ends after its time and its tries', async () => {
    const { service, send, port, clock } = open(required);
    port.remote.pause('begin');
    send('login');
    for (let time = 0; time < 100; time++) clock.increment(1_000);
    expect(service()).toMatchObject({ state: 'signed-out', failure: { code: 'timed-out' } });
    expect(port.remote.calls).toEqual(['begin', 'begin', 'begin']);
    port.remote.resume('begin');
    await settle();
    expect(service().state).toBe('signed-out');
  });

  test('is tried again by itself where that may help', async () => {
    const { service, send, port, clock } = open(required);
    port.remote.fail('begin', { code: 'busy', retry: true });
    send('login');
    await settle();
    clock.increment(1_000);
    await settle();
    expect(service().state).toBe('leaving');
  });

  test('below the level asked for is none', async () => {
    const { session: s, service, login } = open(required);
    await login('anmeldung', erikaMustermann, 'low');
    expect(service()).toMatchObject({ state: 'signed-out', failure: { code: 'level-too-low' } });
    expect(s.view().status).toBe('login');
  });

  test('with an answer that makes no sense is none', async () => {
    const { service, send, port } = open(required);
    port.begin = async () => ({ url: 'javascript:alert(1)', ticket: 't' });
    send('login');
    await settle();
    expect(service()).toMatchObject({ state: 'signed-out', failure: { code: 'bad-answer' } });
  });

  test('can be called off while it is under way: what comes late is dropped', async () => {
    const { session: s, service, send, port } = open(required);
    port.remote.pause('begin');
    send('login');
    expect(send('login')).toEqual({ ok: false, code: 'not-now' });
    expect(send('cancel')).toEqual({ ok: true });
    expect(port.remote.aborted).toEqual(['begin']);
    port.remote.resume('begin');
    await settle();
    expect(service()).toMatchObject({ state: 'signed-out', failure: { code: 'cancelled' } });
    expect(s.view().status).toBe('login');
  });

  test('leaves the way open while it is undecided', async () => {
    const { service, send, port, clock } = open(required);
    send('login');
    await settle();
    send('resume');
    for (let time = 0; time < 40; time++) {
      await settle();
      clock.increment(1_000);
    }
    expect(service()).toMatchObject({ state: 'leaving', failure: { code: 'pending' }, url: expect.any(String) });
    port.approve('ticket-1');
    send('resume');
    await settle();
    expect(service().state).toBe('signed-in');
  });
});

describe('a login that may be left out', () => {
  test('is offered first', () => {
    const { session: s, service, send } = open(optional);
    expect(s.view().status).toBe('login');
    expect(service().actions).toEqual(['login', 'skipLogin']);
    expect(send('skipLogin')).toEqual({ ok: true });
    expect(s.view().status).toBe('filling');
    expect(service().actions).toEqual(['login']);
    expect(send('skipLogin')).toEqual({ ok: false, code: 'not-now' });
  });

  test('can be made up for later: what was answered stays, but for what must be proven', async () => {
    const { session: s, send, login } = open(optional);
    send('skipLogin');
    s.send({ type: 'answer', at: '/vorname', value: 'Max' });
    s.send({ type: 'answer', at: '/nachname', value: 'Müller' });
    await login();
    expect(answers(s)).toEqual({ vorname: 'Erika', nachname: 'Müller' });
  });
});

describe('a higher level, needed in the middle', () => {
  const reach = async () => {
    const opened = open(twoLevels);
    await opened.login();
    expect(opened.service('ausweis')).toMatchObject({ active: false, actions: ['logout'] });
    opened.session.send({ type: 'answer', at: '/mit', value: 'ja' });
    return opened;
  };

  test('keeps the form from being sent until it is reached', async () => {
    const { session: s, service, login } = await reach();
    expect(service('ausweis')).toMatchObject({ active: true, satisfied: false, actions: ['stepUp', 'logout'] });
    next(s);
    s.send({ type: 'submit' });
    expect(s.view().problems).toMatchObject([{ at: '', code: 'level-required', params: { service: 'ausweis' } }]);
    await login('ausweis');
    expect(service('ausweis')).toMatchObject({ satisfied: true, proven: 'high' });
    expect(s.view().problems).toEqual([]);
    expect(s.send({ type: 'submit' })).toEqual({ ok: false, code: 'no-port' });
  });

  test('keeps the lower one when it is not reached', async () => {
    const { session: s, service, send, port } = await reach();
    send('stepUp', 'ausweis');
    expect(service('ausweis').state).toBe('starting');
    expect(service('anmeldung').state).toBe('signed-in');
    await settle();
    port.decline('ticket-2');
    send('resume', 'ausweis');
    await settle();
    expect(service('ausweis')).toMatchObject({ state: 'signed-in', proven: 'low', failure: { code: 'cancelled' } });
    expect(answers(s)).toMatchObject({ vorname: 'Erika' });
  });

  test('must be reached by the same person', async () => {
    const { service, login } = await reach();
    await login('ausweis', { subject: 'max', claims: { givenName: 'Max' } });
    expect(service('ausweis')).toMatchObject({ proven: 'low', failure: { code: 'other-person' } });
  });
});

describe('proven values', () => {
  test('carry the level they were proven with', async () => {
    const { session: s, send, port } = open(optional);
    send('login');
    await settle();
    const claims = {
      givenName: { value: 'Erika', level: 'high' },
      familyName: { value: 'Mustermann', level: 'low' },
    } as const;
    port.approve('ticket-1', { subject: 'erika', claims }, 'substantial');
    send('resume');
    await settle();
    expect(fieldAt(s, '/vorname')).toMatchObject({
      readOnly: true,
      proven: { by: 'identity', level: 'substantial', locked: true },
    });
    expect(fieldAt(s, '/nachname')).toMatchObject({ readOnly: false, proven: { level: 'low', locked: false } });
    s.send({ type: 'answer', at: '/nachname', value: 'Müller' });
    expect(fieldAt(s, '/nachname')).not.toHaveProperty('proven');
  });

  test('that may not be changed are not', async () => {
    const { session: s, login } = open(optional);
    await login();
    expect(s.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: false, code: 'locked' });
    expect(s.send({ type: 'answer', at: '/vorname', value: null })).toEqual({ ok: false, code: 'locked' });
    expect(answers(s)).toMatchObject({ vorname: 'Erika' });
  });

  test('that a field cannot take are left out, and the field is an ordinary one', async () => {
    const { session: s, send, port } = open(optional);
    send('login');
    await settle();
    port.approve('ticket-1', {
      subject: 'x',
      claims: { givenName: 7, familyName: 'M'.repeat(21), birthDate: '2026-02-31' },
    });
    send('resume');
    await settle();
    expect(answers(s)).toEqual({});
    expect(s.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: true });
  });

  test('are null while irrelevant and return', async () => {
    const { session: s, login } = open(optional);
    await login();
    expect(answers(s)).not.toHaveProperty('geboren');
    s.send({ type: 'answer', at: '/mit', value: 'ja' });
    expect(answers(s)).toMatchObject({ geboren: '1964-08-12' });
    s.send({ type: 'answer', at: '/mit', value: 'nein' });
    expect(answers(s)).not.toHaveProperty('geboren');
  });

  test('fill entries that are added later', async () => {
    const entry = { type: 'object', properties: { name: fields.vorname } };
    const form: FormSketch = {
      ...onePage({ leute: { type: 'array', title: 'Leute', items: entry } }),
      services: { anmeldung: { kind: 'identity', level: 'low', optional: true } },
    };
    const { session: s, login } = open(form);
    await login();
    s.send({ type: 'addItem', at: '/leute' });
    expect(answers(s)).toEqual({ leute: [{ name: 'Erika' }] });
    expect(s.send({ type: 'answer', at: '/leute/0/name', value: 'Max' })).toEqual({ ok: false, code: 'locked' });
  });

  test('go with the login; what was written over them stays', async () => {
    const { session: s, service, send, port, login } = open(optional);
    await login();
    s.send({ type: 'answer', at: '/nachname', value: 'Müller' });
    port.remote.pause('logout');
    send('logout');
    expect(answers(s)).toEqual({ nachname: 'Müller' });
    expect(service()).toMatchObject({ state: 'signing-out', satisfied: false, actions: [] });
    expect(s.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: true });
    port.remote.resume('logout');
    await settle();
    expect(service().state).toBe('signed-out');
    expect(port.loggedOut).toEqual(['erika']);
  });

  test('and the login are asked for again after logging out of what demands one', async () => {
    const { session: s, send, login, port } = open(required);
    await login();
    port.remote.fail('logout', { code: 'offline', retry: false });
    send('logout');
    expect(s.view().status).toBe('login');
    await settle();
    expect(s.view().services?.anmeldung).toMatchObject({ state: 'signed-out', actions: ['login'] });
    await login();
    expect(s.view().status).toBe('filling');
  });
});

describe('leaving the page', () => {
  const drafts = () => {
    const saved: PersistedSession[] = [];
    let offline = false;
    const port: DraftPort = {
      async save(draft, revision) {
        if (offline) throw new PortError({ code: 'offline', retry: true });
        saved.push(draft);
        return { revision: revision + 1 };
      },
    };
    const goOffline = () => {
      offline = true;
    };
    return { saved, port, goOffline };
  };

  test('waits until the draft is saved, with what is needed on return', async () => {
    const { saved, port: draft } = drafts();
    const { service, send } = open(required, undefined, draft);
    send('login');
    await settle();
    await settle();
    expect(service().state).toBe('leaving');
    expect(saved.at(-1)?.services).toMatchObject({ identity: { gate: 'closed', errand: { ticket: 'ticket-1' } } });
  });

  test('does not happen when the draft cannot be saved', async () => {
    const { port: draft, goOffline } = drafts();
    const { service, send } = open(required, undefined, draft);
    goOffline();
    send('login');
    await settle();
    await settle();
    expect(service()).toMatchObject({ state: 'signed-out', failure: { code: 'not-saved' } });
  });

  test('ends on return, on another machine: the session is restored and asks at once', async () => {
    const first = open(required);
    first.send('login');
    await settle();
    const snapshot = JSON.parse(JSON.stringify(first.session.persist())) as PersistedSession;
    first.session.dispose();
    first.port.approve('ticket-1');
    const compiled = program(required);
    const options = { validate: compiled.validate, translate: (_: string, code: string) => code, today };
    session = restoreSession(compiled.program, snapshot, {
      ...options,
      services: withServices({ identity: first.port }),
    });
    expect(session.view().services?.anmeldung).toMatchObject({ state: 'checking' });
    expect(session.persist()).toEqual(snapshot);
    await settle();
    expect(session.view()).toMatchObject({ status: 'filling', services: { anmeldung: { state: 'signed-in' } } });
    expect(answers(session)).toMatchObject({ vorname: 'Erika' });
  });
});

describe('a saved session', () => {
  const restored = (snapshot: PersistedSession, ports = { identity: identityDouble() }) => {
    const compiled = program(optional);
    const options = { validate: compiled.validate, translate: (_: string, code: string) => code, today };
    session = createSession(compiled.program, { ...options, snapshot, services: withServices(ports) });
    return session;
  };

  test('is the same when it is restored', async () => {
    const { session: s, login } = open(optional);
    await login();
    s.send({ type: 'answer', at: '/nachname', value: 'Müller' });
    const snapshot = JSON.parse(JSON.stringify(s.persist())) as PersistedSession;
    const again = restored(snapshot);
    expect(again.persist()).toEqual(snapshot);
    expect(again.view()).toEqual(s.view());
    expect(again.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: false, code: 'locked' });
  });

  test('in which a proven value was changed has the proven one', async () => {
    const { session: s, login } = open(optional);
    await login();
    const snapshot = s.persist();
    const again = restored({ ...snapshot, answers: { ...snapshot.answers, vorname: 'Max' } });
    expect(answers(again)).toMatchObject({ vorname: 'Erika' });
  });

  test.each([
    ['no object', 7],
    ['an unknown gate', { gate: 'ajar' }],
    ['a proof of an unknown level', { gate: 'open', proof: { level: 'top', subject: 'x', claims: {} } }],
    [
      'a claim that is none',
      { gate: 'open', proof: { level: 'low', subject: 'x', claims: { a: { value: {}, level: 'low' } } } },
    ],
    ['an errand to nowhere', { gate: 'open', errand: { url: 'javascript:x', ticket: 't', request: {} } }],
  ])('with %s is refused', (_, identity) => {
    const { session: s } = open(optional);
    const snapshot = { ...s.persist(), services: { identity } } as PersistedSession;
    expect(() => restored(snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });

  test('keeps what it has no port for', async () => {
    const { session: s, login } = open(optional);
    await login();
    const snapshot = s.persist();
    const compiled = program(optional);
    session = createSession(compiled.program, { validate: compiled.validate, today, snapshot });
    expect(session.persist().services).toEqual(snapshot.services);
    session.dispose();
    expect(restored({ ...snapshot, services: { ...snapshot.services, other: { a: 1 } } }).persist().services).toEqual({
      ...snapshot.services,
      other: { a: 1 },
    });
  });
});

test('a form without a port for its login is filled in as ever', () => {
  session = start(required);
  expect(session.view()).toMatchObject({ status: 'filling' });
  expect(session.view()).not.toHaveProperty('services');
  expect(session.send({ type: 'login', service: 'anmeldung' })).toEqual({ ok: false, code: 'unknown-event' });
  expect(session.send({ type: 'answer', at: '/vorname', value: 'Max' })).toEqual({ ok: true });
});

test('a service the form does not have is none', () => {
  const { session: s } = open(optional);
  expect(s.send({ type: 'login', service: 'nix' })).toEqual({ ok: false, code: 'unknown-service' });
  expect(s.send({ type: 'login' } as never)).toEqual({ ok: false, code: 'not-served' });
});

test('a session that is given up while it waits tells the port, and is silent afterwards', async () => {
  const { session: s, send, port } = open(required);
  port.remote.pause('begin');
  send('login');
  s.dispose();
  expect(port.remote.aborted).toEqual(['begin']);
  port.remote.resume('begin');
  await settle();
});
