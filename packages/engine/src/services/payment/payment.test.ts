import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { next } from '../../../test/walk.ts';
import { paymentDouble } from '../../doubles/index.ts';
import {
  createSession,
  type PaymentView,
  type PersistedSession,
  type Receipt,
  type Session,
  type SessionEvent,
  type Submission,
} from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const form: FormSketch = onePage(
  {
    tage: { type: 'integer', title: 'Tage' },
    gebuehr: { type: 'integer', title: 'Gebühr', unit: 'EUR-cent', value: 'or(tage, 0) * 500' },
  },
  {
    services: {
      zahlung: { kind: 'payment', title: 'Gebühr', amount: 'gebuehr', purpose: 'Parkausweis', when: 'gebuehr > 0' },
    },
  },
);

const receiptOf = (state: Receipt['state'], id = 'r1'): Receipt => ({
  id,
  reference: `P-${id}`,
  receivedAt: '2026-11-23T09:00:00Z',
  state,
});

function open(tage = 2, state: Receipt['state'] = 'awaiting-payment') {
  const port = paymentDouble();
  const clock = new SimulatedClock();
  const filed: Submission[] = [];
  const s = start(form, {
    clock,
    services: withServices({ payment: port }),
    answers: { tage },
    submission: {
      submit: async (submission) => {
        filed.push(submission);
        return receiptOf(state, `r${filed.length}`);
      },
    },
  });
  session = s;
  const view = () => s.view().services?.zahlung as PaymentView;
  const send = (type: PaymentView['actions'][number]) => s.send({ type, service: 'zahlung' } as SessionEvent);
  const file = async () => {
    next(s);
    s.send({ type: 'submit' });
    await settle();
  };
  const pay = async () => {
    const result = send('pay');
    await settle();
    return result;
  };
  const back = async () => {
    send('resume');
    await settle();
  };
  return { port, clock, session: s, view, send, file, pay, back, filed };
}

function goOn(snapshot: PersistedSession, port = paymentDouble(), clock = new SimulatedClock()) {
  const compiled = program(form);
  session = createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    clock,
    snapshot: JSON.parse(JSON.stringify(snapshot)) as PersistedSession,
    services: withServices({ payment: port }),
  });
  return session;
}

const chartOf = (s: Session) => s.actor.getSnapshot().value;

describe('a payment', () => {
  test('follows sending, and releases what was sent', async () => {
    const { session: s, view, send, file, pay, back, port } = open();
    expect(view()).toEqual({
      kind: 'payment',
      title: 'Gebühr',
      active: true,
      optional: false,
      state: 'idle',
      amount: 1000,
      purpose: 'Parkausweis',
      actions: [],
    });
    expect(send('pay')).toEqual({ ok: false, code: 'not-now' });
    await file();
    expect(chartOf(s)).toMatchObject({ form: { submitted: 'awaiting-payment' } });
    expect(view()).toMatchObject({ state: 'pending', actions: ['pay', 'resume'] });
    send('pay');
    expect(view()).toMatchObject({ state: 'starting', actions: ['cancel'] });
    await settle();
    expect(view()).toMatchObject({
      state: 'leaving',
      url: 'https://zahlung.example/r1/1',
      until: '2026-11-24T10:00:00Z',
      actions: ['pay', 'resume'],
    });
    port.decide('paid');
    send('resume');
    expect(view().state).toBe('checking');
    await settle();
    expect(view()).toMatchObject({ state: 'paid', actions: [] });
    expect(view()).not.toHaveProperty('url');
    expect(s.view().receipt).toMatchObject({ state: 'released' });
    expect(chartOf(s)).toMatchObject({ form: { submitted: 'released' } });
    expect(await pay()).toEqual({ ok: false, code: 'not-now' });
    await back();
    expect(port.paid()).toBe(1);
  });

  test('is owed only where something is to be paid, and paid now', async () => {
    const free = open(0);
    await free.file();
    expect(free.view()).toMatchObject({ active: false, state: 'idle', actions: [] });
    free.session.dispose();
    const later = open(2, 'released');
    await later.file();
    expect(later.view()).toMatchObject({ state: 'idle', actions: [] });
  });

  test('is heard of without the person coming back', async () => {
    const { view, file, pay, port, clock } = open();
    await file();
    await pay();
    clock.increment(3_000);
    await settle();
    expect(view()).toMatchObject({ state: 'leaving' });
    port.decide('paid');
    clock.increment(3_000);
    expect(view()).toMatchObject({ state: 'leaving' });
    clock.increment(1_500);
    await settle();
    expect(view()).toMatchObject({ state: 'paid' });
  });

  test.each(['failed', 'cancelled'] as const)('that has %s can be tried again: the next attempt', async (outcome) => {
    const { session: s, view, file, pay, back, port } = open();
    await file();
    await pay();
    port.decide(outcome);
    await back();
    expect(view()).toMatchObject({ state: outcome, actions: ['pay', 'resume', 'reopen'] });
    expect(chartOf(s)).toMatchObject({ form: { submitted: 'awaiting-payment' } });
    await pay();
    expect(view()).toMatchObject({ state: 'leaving', url: 'https://zahlung.example/r1/2' });
    port.decide('paid');
    await back();
    expect(view()).toMatchObject({ state: 'paid' });
    expect(port.begun.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test('that has expired is over', async () => {
    const { session: s, view, file, pay, port } = open();
    await file();
    port.decide('expired');
    await pay();
    expect(view()).toMatchObject({ state: 'expired', actions: [] });
    expect(s.view().receipt).toMatchObject({ state: 'expired' });
    expect(port.begun).toEqual([]);
  });
});

describe('nobody pays twice', () => {
  test('when the money came although the page thinks it did not', async () => {
    const { view, file, pay, back, port } = open();
    await file();
    await pay();
    port.decide('cancelled');
    await back();
    port.decide('paid');
    await pay();
    expect(view()).toMatchObject({ state: 'paid' });
    expect(port.begun).toHaveLength(1);
  });

  test('when a payment was begun that the page has not heard of', async () => {
    const { view, file, pay, port } = open();
    await file();
    const { begin } = port;
    port.begin = async (request, signal) => {
      await begin({ ...request, attempt: 7 }, signal);
      return await begin(request, signal);
    };
    await pay();
    await settle();
    expect(view()).toMatchObject({ state: 'leaving' });
    expect(port.begun).toHaveLength(1);
  });

  test('when beginning timed out: the same payment goes on', async () => {
    const { view, file, pay, port, clock } = open();
    await file();
    port.remote.pause('begin');
    await pay();
    for (let time = 0; time < 100; time++) clock.increment(1_000);
    expect(view()).toMatchObject({ state: 'pending', failure: { code: 'timed-out' } });
    port.remote.resume('begin');
    await settle();
    await pay();
    expect(view()).toMatchObject({ state: 'leaving' });
    expect(view()).not.toHaveProperty('failure');
    expect(port.begun).toHaveLength(1);
  });

  test('when the button is pressed twice', async () => {
    const { file, send, port } = open();
    await file();
    send('pay');
    expect(send('pay')).toEqual({ ok: false, code: 'not-now' });
    await settle();
    send('pay');
    await settle();
    expect(port.begun).toHaveLength(1);
  });
});

describe('calls that fail', () => {
  test('leave things as they were', async () => {
    const { view, file, pay, back, port } = open();
    await file();
    port.remote.fail('status', { code: 'closed', retry: false });
    await pay();
    expect(view()).toMatchObject({ state: 'pending', failure: { code: 'closed', message: 'failure:closed' } });
    port.remote.fail('begin', { code: 'closed', retry: false });
    await pay();
    expect(view()).toMatchObject({ state: 'pending', failure: { code: 'closed' } });
    await pay();
    port.decide('cancelled');
    await back();
    port.remote.fail('status', { code: 'closed', retry: false });
    await pay();
    expect(view()).toMatchObject({ state: 'cancelled', failure: { code: 'closed' } });
  });

  test('while the person is away are made again', async () => {
    const { view, file, pay, back, port, clock } = open();
    await file();
    await pay();
    port.decide('paid');
    port.remote.fail('status', { code: 'closed', retry: false });
    await back();
    expect(view()).toMatchObject({ state: 'leaving', failure: { code: 'closed' } });
    clock.increment(3_000);
    await settle();
    expect(view()).toMatchObject({ state: 'paid' });
  });

  test('with addresses and states that make no sense are none', async () => {
    const { view, file, pay, port } = open();
    await file();
    const { begin } = port;
    port.begin = async () => ({ url: 'javascript:alert(1)' });
    await pay();
    expect(view()).toMatchObject({ state: 'pending', failure: { code: 'bad-answer' } });
    port.begin = begin;
    port.status = async () => ({ state: 'free', submission: 'released' }) as never;
    await pay();
    expect(view()).toMatchObject({ state: 'pending', failure: { code: 'bad-answer' } });
  });

  test('can be called off', async () => {
    const { view, send, file, port } = open();
    await file();
    port.remote.pause('status');
    send('pay');
    send('cancel');
    expect(port.remote.aborted).toEqual(['status']);
    port.remote.resume('status');
    await settle();
    expect(view()).toMatchObject({ state: 'pending', failure: { code: 'cancelled' } });
    expect(port.begun).toEqual([]);
  });
});

test('after a payment that came to nothing answers can be changed and sent again', async () => {
  const { session: s, view, send, file, pay, back, port, filed } = open();
  await file();
  expect(send('reopen')).toEqual({ ok: false, code: 'not-now' });
  await pay();
  port.decide('cancelled');
  await back();
  expect(send('reopen')).toEqual({ ok: true });
  expect(s.view()).toMatchObject({ status: 'summary' });
  expect(view()).toMatchObject({ state: 'idle', actions: [] });
  expect(s.persist()).not.toHaveProperty('receipt');
  s.send({ type: 'answer', at: '/tage', value: 4 });
  s.send({ type: 'submit' });
  await settle();
  expect(filed).toHaveLength(2);
  expect(view()).toMatchObject({ state: 'pending', amount: 2000 });
  await pay();
  expect(port.begun.at(-1)).toMatchObject({ submission: 'r2', attempt: 2 });
});

describe('a saved session', () => {
  test('on return, on another machine, asks what has come of it: nothing of the return itself is believed', async () => {
    const { session: s, file, pay, port } = open();
    await file();
    await pay();
    const snapshot = s.persist();
    port.decide('paid');
    const again = goOn(snapshot, port);
    expect(again.persist()).toEqual(snapshot);
    expect(again.view()).toMatchObject({ status: 'submitted', services: { zahlung: { state: 'checking' } } });
    await settle();
    expect(again.view().services?.zahlung).toMatchObject({ state: 'paid' });
    expect(chartOf(again)).toMatchObject({ form: { submitted: 'released' } });
  });

  test('whose return was lost finds the payment that is under way, or decided', async () => {
    const { session: s, file, pay, port } = open();
    await file();
    const before = s.persist();
    await pay();
    const again = goOn(before, port);
    again.send({ type: 'pay', service: 'zahlung' });
    await settle();
    expect(again.view().services?.zahlung).toMatchObject({ state: 'leaving', url: 'https://zahlung.example/r1/1' });
    expect(port.begun).toHaveLength(1);
  });

  test('without a part for the payment owes what its receipt says', () => {
    const { session: s } = open();
    const again = goOn({ ...s.persist(), receipt: receiptOf('awaiting-payment') });
    expect(again.view().services?.zahlung).toMatchObject({ state: 'pending', actions: ['pay', 'resume'] });
  });

  test.each(['pending', 'paid', 'failed', 'cancelled', 'expired'] as const)(
    'is the same when it is restored: %s',
    async (state) => {
      const { session: s, file, pay, back, port } = open();
      await file();
      if (state !== 'pending') {
        await pay();
        port.decide(state);
        await back();
      }
      const again = goOn(s.persist(), port);
      expect(again.persist()).toEqual(s.persist());
      expect(again.view()).toEqual(s.view());
    },
  );

  test('of another submission’s payment owes its own', () => {
    const { session: s } = open();
    const payment = { zahlung: { state: 'paid', attempt: 1, submission: 'other' } };
    const again = goOn({ ...s.persist(), receipt: receiptOf('awaiting-payment'), services: { payment } });
    expect(again.view().services?.zahlung).toMatchObject({ state: 'pending' });
  });

  test.each([
    ['no object', 1],
    ['an unknown state', { zahlung: { state: 'free', attempt: 1, submission: 'r1' } }],
    ['an attempt that is none', { zahlung: { state: 'pending', attempt: -1, submission: 'r1' } }],
    ['paid without a submission', { zahlung: { state: 'paid', attempt: 1 } }],
    [
      'an address that could be anything',
      { zahlung: { state: 'leaving', attempt: 1, submission: 'r1', url: 'javascript:x' } },
    ],
  ])('with %s is refused', (_, payment) => {
    const { session: s } = open();
    const snapshot = { ...s.persist(), services: { payment } } as unknown as PersistedSession;
    expect(() => goOn(snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });
});

test('a session that is given up while it asks tells the port', async () => {
  const { session: s, file, send, port } = open();
  await file();
  port.remote.pause('status');
  send('pay');
  s.dispose();
  expect(port.remote.aborted).toEqual(['status']);
});

test('without a port the submission waits for its payment, as ever', async () => {
  session = start(form, { answers: { tage: 2 }, submission: { submit: async () => receiptOf('awaiting-payment') } });
  next(session);
  session.send({ type: 'submit' });
  await settle();
  expect(chartOf(session)).toMatchObject({ form: { submitted: 'awaiting-payment' } });
  expect(session.send({ type: 'pay', service: 'zahlung' })).toEqual({ ok: false, code: 'submitted' });
});
