import type { JsonObject, JsonValue } from '@schalter/definition';
import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { type LookupCall, lookupByHand } from '../../../test/lookup-by-hand.ts';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { codes, contentOf, fieldAt, next, where } from '../../../test/walk.ts';
import {
  createSession,
  type PersistedSession,
  PortError,
  type Receipt,
  restoreSession,
  type Session,
} from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });

type Services = NonNullable<FormSketch['services']>;

const bank = (more: JsonObject = {}): Services => ({ bank: { kind: 'lookup', for: 'check', ...more } }) as Services;

const iban = text('IBAN', { service: 'bank', maxLength: 6 });

/** Two pages, so that "next" leads somewhere; the first one asks for an IBAN. */
const twoPages = (services = bank(), first: JsonObject = {}): FormSketch => ({
  data: { type: 'object', properties: { iban, ort: text('Ort'), ...first, ende: text('Ende') } },
  steps: [
    { id: 'konto', title: 'Konto', fields: ['/iban', '/ort', ...Object.keys(first).map((name) => `/${name}`)] },
    { id: 'ende', title: 'Ende', fields: ['/ende'] },
  ],
  services,
});

const receipt: Receipt = { id: '1', reference: 'R', receivedAt: '2026-11-23T10:00:00Z', state: 'received' };

function open(form: FormSketch, snapshot?: PersistedSession) {
  const { port, calls } = lookupByHand();
  const clock = new SimulatedClock();
  const s = start(form, {
    services: withServices({ lookup: port }),
    submission: { submit: async () => receipt },
    clock,
    ...(snapshot ? { snapshot } : {}),
  });
  session = s;
  const type = (value: JsonValue, at = '/iban') => s.send({ type: 'answer', at, value });
  const state = (at = '/iban') => fieldAt(s, at)?.lookup?.state;
  const pause = () => clock.increment(300);
  const answer = async (call: LookupCall | undefined, known: boolean) => {
    call?.resolve({ known });
    await settle();
  };
  /** Types and has the last call answered. */
  const checked = async (value: string, known: boolean, at = '/iban') => {
    type(value, at);
    pause();
    await answer(calls.at(-1), known);
  };
  return { s, clock, calls, type, state, pause, answer, checked };
}

describe('the check of an answer', () => {
  test('waits for a pause in typing, and asks about the last value alone', () => {
    const { calls, clock, type, state } = open(twoPages());
    expect(state()).toBe('idle');
    type('D');
    clock.increment(200);
    type('DE');
    clock.increment(299);
    expect(calls).toHaveLength(0);
    expect(state()).toBe('waiting');
    clock.increment(1);
    expect(calls).toMatchObject([
      { kind: 'check', service: 'bank', text: 'DE', context: { language: 'de', given: {} } },
    ]);
  });

  test('says whether it is known; as a problem only after the page was left', async () => {
    const { s, type, state, pause, answer, calls } = open(twoPages());
    type('DE1');
    pause();
    await answer(calls[0], false);
    expect(state()).toBe('unknown');
    expect(codes(s)).toEqual([]);
    next(s);
    expect(codes(s)).toEqual(['/iban lookup:bank']);
    type('DE2');
    expect(codes(s)).toEqual([]);
    pause();
    await answer(calls[1], true);
    expect(state()).toBe('known');
    expect(codes(s)).toEqual([]);
  });

  test('does not ask about what is wrong anyway, or not answered', () => {
    const { calls, type, state, clock } = open(twoPages());
    type('DE12345');
    clock.increment(1_000);
    expect(state()).toBe('idle');
    type(null);
    clock.increment(1_000);
    expect([state(), calls]).toEqual(['idle', []]);
  });

  test('does not ask twice about the same', async () => {
    const { calls, checked, state, type, clock } = open(twoPages());
    await checked('DE1', true);
    await checked('DE2', false);
    type('DE1');
    expect(state()).toBe('known');
    type('DE2');
    expect(state()).toBe('unknown');
    clock.increment(10_000);
    expect(calls).toHaveLength(2);
  });

  test('gives up what is outdated and ignores its late answer', async () => {
    const { calls, type, pause, answer, state } = open(twoPages());
    type('DE1');
    pause();
    type('DE2');
    expect(calls[0]?.signal.aborted).toBe(true);
    pause();
    await answer(calls[1], true);
    await answer(calls[0], false);
    expect(state()).toBe('known');
    type('DE1');
    expect(state()).toBe('waiting');
  });

  test('takes answers that come in the wrong order', async () => {
    const { calls, type, pause, answer, state } = open(twoPages());
    type('DE1');
    pause();
    type('DE2');
    pause();
    await answer(calls[0], true);
    expect(state()).toBe('waiting');
    await answer(calls[1], false);
    expect(state()).toBe('unknown');
  });

  test('gives up when the field is no longer asked, and asks again when it is', async () => {
    const form = twoPages(bank());
    (form.data.properties as { iban: JsonObject }).iban = { ...iban, when: "ort == 'x'" };
    const { calls, type, pause, state } = open(form);
    type('x', '/ort');
    type('DE1');
    pause();
    type('y', '/ort');
    expect(calls[0]?.signal.aborted).toBe(true);
    type('x', '/ort');
    expect(state()).toBe('waiting');
    pause();
    expect(calls).toHaveLength(2);
  });

  test('asks only while the form needs it', () => {
    const { calls, type, pause, state } = open(twoPages(bank({ when: "ort == 'x'" })));
    type('DE1');
    pause();
    expect([state(), calls.length]).toEqual(['idle', 0]);
    type('x', '/ort');
    pause();
    expect([state(), calls.length]).toEqual(['waiting', 1]);
  });

  test('passes along what the form says, without what is unanswered, and asks anew when that changes', async () => {
    const { calls, checked, type, pause, answer, state } = open(
      twoPages(bank({ with: { ort: 'self.ort', gross: "upper(self.ort) == 'X'" } })),
    );
    await checked('DE1', true);
    expect(calls[0]?.context.given).toEqual({ gross: false });
    type('x', '/ort');
    expect(state()).toBe('waiting');
    pause();
    expect(calls[1]?.context.given).toEqual({ ort: 'x', gross: true });
    await answer(calls[1], false);
    expect(state()).toBe('unknown');
    type(null, '/ort');
    expect(state()).toBe('known');
  });

  test('puts the port’s parameters into the problem', async () => {
    const { s, calls, type, pause } = open(twoPages());
    type('DE1');
    pause();
    calls[0]?.resolve({ known: false, params: { blz: '70150000', list: ['x'] } });
    await settle();
    next(s);
    expect(s.view().problems).toMatchObject([{ code: 'lookup:bank', params: { blz: '70150000' } }]);
    expect(s.view().problems[0]?.params).not.toHaveProperty('list');
  });

  test.each(['lookup', 'bank', 'lookup:bank'])('has the form’s own words, under %s', async (key) => {
    const form = twoPages();
    (form.data.properties as { iban: JsonObject }).iban = { ...iban, messages: { [key]: 'Die Bank gibt es nicht.' } };
    const { s, checked } = open(form);
    await checked('DE1', false);
    next(s);
    expect(s.view().problems.map(({ message }) => message)).toEqual(['Die Bank gibt es nicht.']);
  });

  test('leaves every other field alone, however many are looked up', () => {
    const judged = (size: number) => {
      const names = Array.from({ length: size }, (_, index) => `f${index}`);
      const form = onePage(Object.fromEntries(names.map((name) => [name, iban])), { services: bank() });
      const { program: compiled, validate } = program(form);
      let asked = 0;
      const { port } = lookupByHand();
      const s = createSession(compiled, {
        validate: (template, value) => {
          asked++;
          return validate(template, value);
        },
        today,
        clock: new SimulatedClock(),
        services: withServices({ lookup: port }),
        answers: Object.fromEntries(names.map((name) => [name, 'DE1'])),
      });
      session = s;
      s.subscribe(() => undefined);
      const before = fieldAt(s, '/f1');
      asked = 0;
      s.send({ type: 'answer', at: '/f0', value: 'DE2' });
      expect(fieldAt(s, '/f1')).toBe(before);
      s.dispose();
      return asked;
    };
    expect(judged(200)).toBe(judged(2));
  });

  test('checks numbers, too', () => {
    const form = onePage({ nummer: { type: 'integer', title: 'Nummer', service: 'bank' } }, { services: bank() });
    const { calls, type, pause } = open(form);
    type(7, '/nummer');
    pause();
    expect(calls[0]?.text).toBe(7);
  });

  test('keeps its verdict when the language is switched', async () => {
    const { port, calls } = lookupByHand();
    const { program: compiled, validate } = program(twoPages(), { en: {} });
    const clock = new SimulatedClock();
    const s = createSession(compiled, { validate, today, clock, services: withServices({ lookup: port }) });
    session = s;
    s.send({ type: 'answer', at: '/iban', value: 'DE1' });
    clock.increment(300);
    calls[0]?.resolve({ known: true });
    await settle();
    s.send({ type: 'language', language: 'en' });
    clock.increment(1_000);
    expect([fieldAt(s, '/iban')?.lookup?.state, calls.length]).toEqual(['known', 1]);
    s.send({ type: 'answer', at: '/iban', value: 'DE2' });
    clock.increment(300);
    expect(calls[1]?.context.language).toBe('en');
  });
});

describe('a lookup that cannot be reached', () => {
  const offline = new PortError({ code: 'offline', retry: true });

  test('is tried once more, then the answer stands unchecked', async () => {
    const { s, calls, type, pause, clock, state } = open(twoPages());
    type('DE1');
    pause();
    calls[0]?.reject(offline);
    await settle();
    expect(state()).toBe('waiting');
    clock.increment(500);
    calls[1]?.reject(offline);
    await settle();
    expect([state(), calls.length]).toEqual(['unavailable', 2]);
    expect([next(s), codes(s)]).toEqual(['ende', []]);
  });

  test('keeps people from going on where the form says so; going on tries again', async () => {
    const { s, calls, type, pause, clock, state, answer } = open(twoPages(bank({ whenUnavailable: 'block' })));
    type('DE1');
    pause();
    calls[0]?.reject(new PortError({ code: 'closed', retry: false }));
    await settle();
    expect([state(), codes(s)]).toEqual(['unavailable', []]);
    next(s);
    expect([where(s), s.view().checking, calls.length]).toEqual(['konto', true, 2]);
    calls[1]?.reject(new PortError({ code: 'closed', retry: false }));
    await settle();
    expect([where(s), s.view().checking, codes(s)]).toEqual(['konto', undefined, ['/iban lookup-unavailable']]);
    clock.increment(60_000);
    expect(calls).toHaveLength(2);
    next(s);
    expect([s.view().checking, codes(s)]).toEqual([true, []]);
    await answer(calls[2], true);
    expect(where(s)).toBe('ende');
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'yes'],
    ['no verdict', {}],
    ['another verdict', { known: 'yes' }],
  ])('is one that answers %s', async (_, garbage) => {
    const { calls, type, pause, state } = open(twoPages());
    type('DE1');
    pause();
    calls[0]?.resolve(garbage);
    await settle();
    expect(state()).toBe('unavailable');
  });

  test('is one that does not answer in time', async () => {
    const { calls, type, pause, clock, state } = open(twoPages());
    type('DE1');
    pause();
    clock.increment(5_000);
    clock.increment(500);
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    clock.increment(5_000);
    expect(state()).toBe('unavailable');
    calls[1]?.resolve({ known: false });
    await settle();
    expect(state()).toBe('unavailable');
  });

  test('is asked again when somebody says so, or enters another value in between', async () => {
    const { s, calls, type, pause, state, answer } = open(twoPages());
    const closed = new PortError({ code: 'closed', retry: false });
    expect(s.send({ type: 'retry', at: '/iban' })).toEqual({ ok: false, code: 'not-now' });
    type('DE1');
    pause();
    calls[0]?.reject(closed);
    await settle();
    expect(s.send({ type: 'retry', at: '/iban' })).toEqual({ ok: true });
    expect([state(), calls.length]).toEqual(['waiting', 2]);
    calls[1]?.reject(closed);
    await settle();
    type('DE2');
    type('DE1');
    expect(state()).toBe('waiting');
    pause();
    await answer(calls[2], true);
    expect(state()).toBe('known');
  });
});

describe('going on while something is being checked', () => {
  test('asks at once, waits, and goes on by itself', async () => {
    const { s, calls, type, answer } = open(twoPages());
    type('DE1');
    expect(s.send({ type: 'next' })).toEqual({ ok: true });
    expect(calls).toHaveLength(1);
    expect(s.view()).toMatchObject({ status: 'filling', checking: true, step: { id: 'konto' } });
    await answer(calls[0], true);
    expect([where(s), s.view().checking]).toEqual(['ende', undefined]);
  });

  test('shows the problem instead, where there is one', async () => {
    const { s, calls, type, answer } = open(twoPages());
    type('DE1');
    next(s);
    await answer(calls[0], false);
    expect([where(s), s.view().checking, codes(s)]).toEqual(['konto', undefined, ['/iban lookup:bank']]);
  });

  test('shows other problems without waiting', () => {
    const { s, calls, type } = open(twoPages(bank(), { name: text('Name', { maxLength: 2 }) }));
    type('DE1');
    type('zu lang', '/name');
    next(s);
    expect([s.view().checking, codes(s), calls.length]).toEqual([undefined, ['/name maxLength'], 0]);
  });

  test('does not wait any more when somebody answers, or leaves', async () => {
    const { s, calls, type, answer } = open(twoPages());
    type('DE1');
    next(s);
    type('x', '/ort');
    expect(s.view().checking).toBeUndefined();
    await answer(calls[0], true);
    expect(where(s)).toBe('konto');
    next(s);
    s.send({ type: 'back' });
    type('DE2');
    next(s);
    type('DE3');
    expect([s.view().checking, calls.at(-1)?.signal.aborted]).toEqual([undefined, true]);
  });

  test('goes on waiting when the language is switched', async () => {
    const { s, calls, type, answer } = open(twoPages());
    type('DE1');
    next(s);
    s.send({ type: 'language', language: 'de' });
    await answer(calls[0], true);
    expect(where(s)).toBe('ende');
  });

  test('may be asked for twice', async () => {
    const { s, calls, type, answer } = open(twoPages());
    type('DE1');
    next(s);
    next(s);
    expect(calls).toHaveLength(1);
    await answer(calls[0], true);
    expect(where(s)).toBe('ende');
  });

  test('ends at the time-out at the latest', () => {
    const { s, clock, type } = open(twoPages());
    type('DE1');
    next(s);
    clock.increment(5_000);
    clock.increment(500);
    clock.increment(5_000);
    expect(where(s)).toBe('ende');
  });

  test('leaves nothing behind when the session is given up', async () => {
    const { s, calls, clock, type } = open(twoPages());
    type('DE1');
    next(s);
    s.dispose();
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.resolve({ known: true });
    await settle();
    clock.increment(60_000);
    expect(calls).toHaveLength(1);
  });

  test('sends only what is decided: asks first, then sends by itself', async () => {
    const { s, calls, checked, type, answer } = open(twoPages(bank({ with: { ende: 'ende' } })));
    await checked('DE1', true);
    next(s);
    type('x', '/ende');
    next(s);
    expect([s.view().status, calls.length]).toEqual(['summary', 1]);
    expect(s.send({ type: 'submit' })).toEqual({ ok: true });
    expect(s.view()).toMatchObject({ status: 'summary', checking: true });
    expect(calls[1]).toMatchObject({ text: 'DE1', context: { given: { ende: 'x' } } });
    await answer(calls[1], true);
    expect(s.view().status).toBe('submitted');
  });

  test('leads to what turned out to be unknown when the form was to be sent', async () => {
    const { s, calls, checked, type, answer } = open(twoPages(bank({ with: { ende: 'ende' } })));
    await checked('DE1', true);
    next(s);
    type('x', '/ende');
    next(s);
    s.send({ type: 'submit' });
    await answer(calls[1], false);
    expect([where(s), codes(s)]).toEqual(['konto', ['/iban lookup:bank']]);
  });

  test('gives the checks up when the summary is left again', async () => {
    const { s, calls, checked, type } = open(twoPages(bank({ with: { ende: 'ende' } })));
    await checked('DE1', true);
    next(s);
    type('x', '/ende');
    next(s);
    s.send({ type: 'submit' });
    s.send({ type: 'back' });
    expect([s.view().checking, calls[1]?.signal.aborted]).toEqual([undefined, true]);
  });

  test('does not ask where nothing could be sent anyway', () => {
    const { port, calls } = lookupByHand();
    const s = start(twoPages(bank({ with: { ende: 'ende' } })), {
      services: withServices({ lookup: port }),
      clock: new SimulatedClock(),
      answers: { iban: 'DE1' },
    });
    session = s;
    s.send({ type: 'goTo', step: 'summary' });
    expect(s.send({ type: 'submit' })).toEqual({ ok: false, code: 'no-port' });
    expect(calls).toEqual([]);
  });
});

describe('entries of a list', () => {
  const cards: FormSketch = {
    data: {
      type: 'object',
      properties: {
        konten: {
          type: 'array',
          title: 'Konten',
          maxItems: 4,
          items: { type: 'object', title: '{{self.iban}}', properties: { iban, ort: text('Ort') } },
        },
        ende: text('Ende'),
      },
    },
    steps: [
      { id: 'konten', title: 'Konten', fields: ['/konten'] },
      { id: 'ende', title: 'Ende', fields: ['/ende'] },
    ],
    services: bank({ with: { ort: 'self.ort' } }),
  };

  const rows = onePage(
    { ibans: { type: 'array', title: 'IBANs', maxItems: 4, items: { type: 'string', service: 'bank' } } },
    { services: bank() },
  );

  test('each have their own', async () => {
    const { s, calls, type, pause, answer, state } = open(cards);
    s.send({ type: 'addItem', at: '/konten' });
    type('DE1', '/konten/0/iban');
    pause();
    await answer(calls[0], false);
    next(s);
    expect(codes(s)).toEqual(['/konten/0/iban lookup:bank']);
    s.send({ type: 'back' });
    s.send({ type: 'addItem', at: '/konten' });
    type('DE2', '/konten/1/iban');
    expect(state('/konten/1/iban')).toBe('waiting');
    next(s);
    await answer(calls[1], true);
    // The list's page answers for all of its entries.
    s.send({ type: 'another', at: '/konten', value: false });
    next(s);
    expect(codes(s)).toEqual(['/konten/0/iban lookup:bank']);
  });

  test('of which two ask the same are asked about once', async () => {
    const { s, calls, type, pause, answer } = open(rows);
    s.send({ type: 'addItem', at: '/ibans' });
    s.send({ type: 'addItem', at: '/ibans' });
    type('DE1', '/ibans/0');
    type('DE1', '/ibans/1');
    pause();
    expect(calls).toHaveLength(1);
    type('DE2', '/ibans/0');
    expect(calls[0]?.signal.aborted).toBe(false);
    await answer(calls[0], true);
    expect(fieldAt(s, '/ibans/1')?.lookup?.state).toBe('known');
  });

  test('give up what they wait for when they are removed', () => {
    const { s, calls, type, pause } = open(rows);
    s.send({ type: 'addItem', at: '/ibans' });
    type('DE1', '/ibans/0');
    pause();
    s.send({ type: 'removeItem', at: '/ibans/0' });
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  test('keep what they wait for when they are moved', async () => {
    const { s, calls, type, pause, answer, state } = open(rows);
    for (const _ of 'ab') s.send({ type: 'addItem', at: '/ibans' });
    type('DE1', '/ibans/0');
    type('DE2', '/ibans/1');
    pause();
    s.send({ type: 'moveItem', at: '/ibans/0', to: 1 });
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([false, false]);
    await answer(calls[0], false);
    expect([state('/ibans/0'), state('/ibans/1')]).toEqual(['waiting', 'unknown']);
  });

  test('by the hundred are asked about a few at a time, and not at all once nobody answers', async () => {
    const many = structuredClone(rows) as { data: { properties: { ibans: { maxItems?: number } } } };
    delete many.data.properties.ibans.maxItems;
    const ibans = Array.from({ length: 100 }, (_, index) => `DE${index}`);
    const { port, calls } = lookupByHand();
    const s = start(many as unknown as FormSketch, {
      services: withServices({ lookup: port }),
      clock: new SimulatedClock(),
      answers: { ibans },
    });
    session = s;
    next(s);
    expect(calls).toHaveLength(6);
    calls[0]?.resolve({ known: true });
    await settle();
    expect(calls).toHaveLength(7);
    const clock = s.actor.clock as SimulatedClock;
    clock.increment(5_000);
    clock.increment(500);
    clock.increment(5_000);
    expect(s.view().status).toBe('summary');
    expect(calls.length).toBeLessThan(20);
  });
});

describe('a saved session', () => {
  test('keeps the verdict with what it belongs to, and is the same when it is restored', async () => {
    const { s, calls, checked } = open(twoPages(bank({ with: { ort: 'self.ort' } })));
    s.send({ type: 'answer', at: '/ort', value: 'x' });
    await checked('DE1', false);
    next(s);
    const snapshot = JSON.parse(JSON.stringify(s.persist())) as PersistedSession;
    expect(snapshot.services).toEqual({
      lookup: { '/iban': { service: 'bank', value: 'DE1', given: { ort: 'x' }, state: 'unknown', params: {} } },
    });
    const view = JSON.parse(JSON.stringify(s.view()));
    s.dispose();
    const again = open(twoPages(bank({ with: { ort: 'self.ort' } })), snapshot);
    expect(again.s.persist()).toEqual(snapshot);
    expect(JSON.parse(JSON.stringify(again.s.view()))).toEqual(view);
    again.clock.increment(10_000);
    expect([calls.length, again.calls.length]).toEqual([1, 0]);
  });

  test('knows that something could not be looked up, and leaves it at that', async () => {
    const { s, calls, type, pause } = open(twoPages(bank({ whenUnavailable: 'block' })));
    type('DE1');
    pause();
    calls[0]?.reject(new PortError({ code: 'closed', retry: false }));
    await settle();
    const snapshot = s.persist();
    s.dispose();
    const again = open(twoPages(bank({ whenUnavailable: 'block' })), snapshot);
    again.clock.increment(10_000);
    expect([again.state(), again.calls.length]).toEqual(['unavailable', 0]);
    next(again.s);
    await again.answer(again.calls[0], true);
    expect(where(again.s)).toBe('ende');
  });

  test('asks again about what was still waiting: on the page at once, elsewhere before it is sent', async () => {
    const form = twoPages(bank());
    const { s, type } = open(form);
    type('DE1');
    const waiting = s.persist();
    expect(waiting.services).toBeUndefined();
    s.dispose();
    const again = open(form, waiting);
    again.pause();
    expect(again.calls).toHaveLength(1);
    again.s.dispose();
    const elsewhere = open(form, { ...waiting, flow: { ...waiting.flow, step: 'ende' } });
    elsewhere.clock.increment(10_000);
    expect(elsewhere.calls).toHaveLength(0);
    next(elsewhere.s);
    elsewhere.s.send({ type: 'submit' });
    expect(elsewhere.calls).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['no object', 7],
    ['a field that is not there', { '/x': { service: 'bank', value: 'DE1', given: {}, state: 'known' } }],
    ['a field without lookup', { '/ort': { service: 'bank', value: 'x', given: {}, state: 'known' } }],
    ['another service', { '/iban': { service: 'amt', value: 'DE1', given: {}, state: 'known' } }],
    ['another value', { '/iban': { service: 'bank', value: 'DE2', given: {}, state: 'known' } }],
    ['no state', { '/iban': { service: 'bank', value: 'DE1', given: {}, state: 'fine' } }],
    ['no entry', { '/iban': null, '/__proto__': {}, constructor: {} }],
  ])('of which %s was tampered with asks again', (_, lookup) => {
    const snapshot = { ...open(twoPages()).s.persist(), answers: { iban: 'DE1' }, services: { lookup } };
    session?.dispose();
    const { state } = open(twoPages(), snapshot as unknown as PersistedSession);
    expect(state()).toBe('waiting');
  });
});

describe('without a port for lookups', () => {
  test('nothing is checked, and nothing waits', () => {
    const { program: compiled, validate } = program(twoPages(bank({ whenUnavailable: 'block' })));
    const s = restoreSession(compiled, startSnapshot(), { validate, today });
    session = s;
    expect(contentOf(s.view()).every((one) => !('lookup' in one))).toBe(true);
    expect(next(s)).toBe('ende');
  });

  const startSnapshot = (): PersistedSession => {
    const s = start(twoPages(bank({ whenUnavailable: 'block' })));
    s.send({ type: 'answer', at: '/iban', value: 'DE1' });
    const snapshot = s.persist();
    s.dispose();
    return snapshot;
  };
});
