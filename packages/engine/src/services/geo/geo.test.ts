import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { codes, fieldAt, next } from '../../../test/walk.ts';
import { geoDouble } from '../../doubles/index.ts';
import { createSession, type GeoView, type PersistedSession, type Session } from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const form: FormSketch = onePage(
  {
    ort: { type: 'string', title: 'Wo ist der Schaden?', service: 'karte' },
    breite: { type: 'number', title: 'Breite' },
    laenge: { type: 'number', title: 'Länge' },
    plz: { type: 'string', title: 'PLZ', maxLength: 5 },
    mehr: { type: 'string', title: 'Mehr' },
  },
  {
    required: ['ort'],
    services: { karte: { kind: 'geo', fills: { breite: 'lat', laenge: 'lon', plz: 'postalCode' } } },
  },
);

const pause = 300;

function open(sketch = form) {
  const port = geoDouble();
  const clock = new SimulatedClock();
  const s = start(sketch, { services: withServices({ geo: port }), clock });
  session = s;
  const view = () => fieldAt(s, '/ort')?.service as GeoView;
  const search = (query: unknown) => s.send({ type: 'search', at: '/ort', query } as never);
  const choose = (value: string) => s.send({ type: 'choose', at: '/ort', value });
  const found = async (query: string) => {
    search(query);
    clock.increment(pause);
    await settle();
  };
  return { port, clock, session: s, view, search, choose, found };
}

const answers = (s: Session) => s.submission().answers;

function goOn(snapshot: PersistedSession): Session {
  const compiled = program(form);
  session = createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    snapshot: JSON.parse(JSON.stringify(snapshot)) as PersistedSession,
    services: withServices({ geo: geoDouble() }),
  });
  return session;
}

describe('looking for a place', () => {
  test('waits until the typing pauses, and offers what is found', async () => {
    const { clock, view, search, port } = open();
    expect(view()).toEqual({ kind: 'geo', service: 'karte', state: 'idle', places: [], actions: ['search', 'locate'] });
    search('Ma');
    clock.increment(pause - 1);
    search('Marien');
    clock.increment(pause - 1);
    expect(port.asked).toEqual([]);
    expect(view()).toMatchObject({ state: 'searching', actions: ['search', 'locate', 'cancel'] });
    clock.increment(1);
    await settle();
    expect(port.asked).toEqual(['search Marien']);
    expect(view()).toMatchObject({ state: 'offered', places: [{ id: 'p1' }, { id: 'p2' }] });
    expect(view().actions).toContain('choose');
  });

  test('drops the answer to what is not looked for any more', async () => {
    const { clock, view, search, port } = open();
    port.remote.pause('search');
    search('Marien');
    clock.increment(pause);
    search('Tal');
    expect(port.remote.aborted).toEqual(['search']);
    port.remote.resume('search');
    clock.increment(pause);
    await settle();
    expect(view().places.map(({ id }) => id)).toEqual(['p3']);
  });

  test('ends with a text that finds everything, or is none', async () => {
    const { view, search, found } = open();
    for (const query of ['', ' M ', 7, null, 'x'.repeat(301)]) {
      await found('Marien');
      search(query);
      expect(view()).toMatchObject({ state: 'idle', places: [] });
    }
  });

  test('finds what is at a point, at once', async () => {
    const { session: s, view, port } = open();
    s.send({ type: 'locate', at: '/ort', lat: 48.137, lon: 11.575 });
    await settle();
    expect(port.asked).toEqual(['locate 48.137 11.575']);
    expect(view().places.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(s.send({ type: 'locate', at: '/ort', lat: 91, lon: 0 })).toEqual({ ok: false, code: 'bad-point' });
    expect(s.send({ type: 'locate', at: '/ort', lat: '48', lon: 0 } as never)).toEqual({
      ok: false,
      code: 'bad-point',
    });
  });

  test('is in nobody’s way when it cannot be done', async () => {
    const { session: s, clock, view, search, found, port } = open();
    port.remote.fail('search', { code: 'closed', retry: false });
    await found('Marien');
    expect(view()).toMatchObject({ state: 'unavailable', failure: { code: 'closed', message: 'failure:closed' } });
    s.send({ type: 'answer', at: '/ort', value: 'Vor dem Rathaus' });
    next(s);
    expect(codes(s)).toEqual([]);
    port.remote.pause('search');
    search('Marien');
    for (let time = 0; time < 30; time++) clock.increment(1_000);
    expect(s.persist().answers).toEqual({ ort: 'Vor dem Rathaus' });
  });

  test('takes an answer that makes no sense for none', async () => {
    const { view, found, port } = open();
    port.search = async () => [{ id: 'x' }] as never;
    await found('Marien');
    expect(view()).toMatchObject({ state: 'unavailable', failure: { code: 'bad-answer' } });
  });
});

describe('a place that is chosen', () => {
  test('fills in the field, and what belongs to it beside', async () => {
    const { session: s, view, choose, found } = open();
    await found('Marien');
    expect(choose('p1')).toEqual({ ok: true });
    expect(answers(s)).toEqual({ ort: 'Marienplatz 8, 80331 München', breite: 48.1374, laenge: 11.5755, plz: '80331' });
    expect(view()).toMatchObject({ state: 'idle', places: [] });
    await found('Marien');
    choose('p2');
    expect(answers(s)).toEqual({ ort: 'Marienstraße 1', breite: 48.1364, laenge: 11.5807 });
  });

  test('must be among those that are offered', async () => {
    const { choose, found } = open();
    expect(choose('p1')).toEqual({ ok: false, code: 'not-now' });
    await found('Marien');
    expect(choose('p3')).toEqual({ ok: false, code: 'unknown-place' });
  });

  test('can be changed by hand: what belonged to it goes, what was written over it stays', async () => {
    const { session: s, choose, found } = open();
    await found('Marien');
    choose('p1');
    s.send({ type: 'answer', at: '/plz', value: '80333' });
    s.send({ type: 'answer', at: '/ort', value: 'Marienplatz 9' });
    expect(answers(s)).toEqual({ ort: 'Marienplatz 9', plz: '80333' });
  });

  test('stays what it is when the session is saved and restored', async () => {
    const { session: s, choose, found } = open();
    await found('Marien');
    choose('p1');
    const again = goOn(s.persist());
    expect(again.persist()).toEqual(s.persist());
    expect(again.view()).toEqual(s.view());
    again.send({ type: 'answer', at: '/ort', value: 'anderswo' });
    expect(again.submission().answers).toEqual({ ort: 'anderswo' });
  });
});

test('what was looked for is not saved; a part that is none is refused', async () => {
  const { session: s, found } = open();
  await found('Marien');
  expect(s.persist()).not.toHaveProperty('services');
  const saved = (geo: unknown) => ({ ...s.persist(), services: { geo } }) as PersistedSession;
  expect(() => goOn(saved(1))).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  expect(goOn(saved({ '/nix': { text: 'x' }, '/ort': 7 })).persist()).not.toHaveProperty('services');
});

test('a field without a service has nothing to offer', () => {
  const { session: s } = open();
  expect(s.send({ type: 'search', at: '/mehr', query: 'Marien' })).toEqual({ ok: false, code: 'not-served' });
  expect(s.send({ type: 'search', at: { toString: 1 }, query: 'x' } as never)).toEqual({
    ok: false,
    code: 'not-served',
  });
});

test('a session that is given up while it looks is silent afterwards', async () => {
  const { session: s, clock, search, port } = open();
  port.remote.pause('search');
  search('Marien');
  clock.increment(pause);
  s.dispose();
  expect(port.remote.aborted).toEqual(['search']);
});
