import type { JsonObject, JsonValue } from '@schalter/definition';
import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { lookupByHand } from '../../../test/lookup-by-hand.ts';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { codes, fieldAt, next } from '../../../test/walk.ts';
import { lookupDouble } from '../../doubles/index.ts';
import { createSession, type DraftPort, PortError, type Session } from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });

const address = (more: JsonObject = {}, ort: JsonObject = {}): FormSketch =>
  onePage(
    {
      anschrift: {
        type: 'object',
        title: 'Anschrift',
        properties: {
          strasse: text('Straße', { service: 'strassen', maxLength: 30 }),
          plz: text('PLZ', { pattern: '^(?:\\d{5})$' }),
          ort: text('Ort', ort),
        },
      },
      danach: text('Danach', { when: "anschrift.ort == 'München'" }),
    },
    { services: { strassen: { kind: 'lookup', for: 'options', ...more } } as NonNullable<FormSketch['services']> },
  );

const strasse = '/anschrift/strasse';

function open(form: FormSketch, draft?: DraftPort) {
  const { port, calls } = lookupByHand();
  const clock = new SimulatedClock();
  const s = start(form, { services: withServices({ lookup: port }), clock, ...(draft ? { draft } : {}) });
  session = s;
  const search = (query: string, at = strasse) => s.send({ type: 'search', at, query });
  const choose = (value: string) => s.send({ type: 'choose', at: strasse, value });
  const type = (value: JsonValue, at = strasse) => s.send({ type: 'answer', at, value });
  const lookup = () => fieldAt(s, strasse)?.lookup;
  const found = () => lookup()?.search;
  const offered = () => found()?.options.map(({ value }) => value);
  const pause = () => clock.increment(300);
  const answer = async (index: number, values: readonly (string | JsonObject)[], more = false) => {
    const options = values.map((value) => (typeof value === 'string' ? { value } : value));
    calls[index]?.resolve({ options, more });
    await settle();
  };
  return { s, clock, calls, search, choose, type, lookup, found, offered, pause, answer };
}

describe('a search for options', () => {
  test('waits for enough characters and for a pause in typing', () => {
    const { search, calls, clock, found } = open(address({ minLength: 3 }));
    expect(found()).toEqual({ query: '', minLength: 3, state: 'idle', options: [], more: false });
    search('Ma');
    clock.increment(1_000);
    expect([found()?.state, calls.length]).toEqual(['idle', 0]);
    search('Mar');
    clock.increment(200);
    search('Mari');
    clock.increment(299);
    expect([found()?.state, calls.length]).toEqual(['waiting', 0]);
    clock.increment(1);
    expect(calls).toMatchObject([{ kind: 'options', service: 'strassen', text: 'Mari' }]);
  });

  test('shows what was found with titles and hints, and whether to type on', async () => {
    const { search, pause, answer, found, type } = open(address());
    type('Tal');
    search(' mar  ');
    pause();
    await answer(0, [{ value: 'Marienplatz', title: 'Marienplatz (Altstadt)', hint: 'U-Bahn' }, 'Tal'], true);
    expect(found()).toEqual({
      query: 'mar',
      minLength: 2,
      state: 'found',
      more: true,
      options: [
        {
          value: 'Marienplatz',
          title: 'Marienplatz (Altstadt)',
          hint: [{ kind: 'paragraph', children: ['U-Bahn'] }],
          exclusive: false,
          divider: false,
          selected: false,
        },
        { value: 'Tal', title: 'Tal', exclusive: false, divider: false, selected: true },
      ],
    });
  });

  test('shows nothing of another query: what comes late is ignored', async () => {
    const { search, pause, answer, calls, found, offered } = open(address());
    search('mar');
    pause();
    search('tal');
    expect(calls[0]?.signal.aborted).toBe(true);
    pause();
    await answer(0, ['Marienplatz']);
    expect([found()?.state, offered()]).toEqual(['waiting', []]);
    await answer(1, ['Tal']);
    expect([found()?.state, offered()]).toEqual(['found', ['Tal']]);
    search('talk');
    expect([found()?.state, offered()]).toEqual(['waiting', []]);
  });

  test('does not ask twice for the same', async () => {
    const { search, pause, answer, calls, offered } = open(address());
    search('mar');
    pause();
    await answer(0, ['Marienplatz']);
    search('tal');
    search('mar');
    expect(offered()).toEqual(['Marienplatz']);
    pause();
    expect(calls).toHaveLength(1);
  });

  test('ends with an empty query, unless the form searches from no characters on', () => {
    const one = open(address());
    one.search('mar');
    one.search('');
    one.pause();
    expect([one.found()?.state, one.calls.length]).toEqual(['idle', 0]);
    one.s.dispose();
    const all = open(address({ minLength: 0 }));
    expect(all.found()?.state).toBe('idle');
    all.search('');
    all.pause();
    expect(all.calls).toMatchObject([{ text: '' }]);
  });

  test('is asked anew when what is passed along changes', async () => {
    const { search, pause, answer, calls, found, type } = open(address({ with: { plz: 'self.plz' } }));
    search('mar');
    pause();
    await answer(0, ['Marienplatz']);
    type('80331', '/anschrift/plz');
    expect(found()?.state).toBe('waiting');
    pause();
    expect(calls[1]?.context.given).toEqual({ plz: '80331' });
    type(null, '/anschrift/plz');
    expect(found()).toMatchObject({ state: 'found' });
  });

  test('is asked anew in another language', async () => {
    const { port, calls } = lookupByHand();
    const { program: compiled, validate } = program(address(), { en: {} });
    const clock = new SimulatedClock();
    const s = createSession(compiled, { validate, today, clock, services: withServices({ lookup: port }) });
    session = s;
    s.send({ type: 'search', at: strasse, query: 'mar' });
    clock.increment(300);
    calls[0]?.resolve({ options: [{ value: 'Marienplatz' }], more: false });
    await settle();
    s.send({ type: 'language', language: 'en' });
    clock.increment(300);
    expect(calls.map(({ context }) => context.language)).toEqual(['de', 'en']);
  });

  test('that fails says so, and is tried again on demand', async () => {
    const { s, search, pause, calls, found, answer } = open(address());
    search('mar');
    pause();
    calls[0]?.reject(new PortError({ code: 'closed', retry: false }));
    await settle();
    expect(found()).toMatchObject({ state: 'unavailable', options: [], more: false });
    expect(s.send({ type: 'retry', at: strasse })).toEqual({ ok: true });
    expect(found()?.state).toBe('waiting');
    await answer(1, ['Marienplatz']);
    expect(found()?.state).toBe('found');
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['no list', { options: 'x', more: false }],
    ['no word on more', { options: [] }],
    ['an option without value', { options: [{ title: 'x' }], more: false }],
    ['an option of nothing', { options: [{ value: ' ' }], more: false }],
  ])('answered with %s has failed', async (_, garbage) => {
    const { search, pause, calls, found } = open(address());
    search('mar');
    pause();
    calls[0]?.resolve(garbage);
    await settle();
    expect(found()?.state).toBe('unavailable');
  });

  test('shows each option once, and a hundred at most', async () => {
    const { search, pause, answer, found } = open(address());
    search('str');
    pause();
    await answer(0, [...Array.from({ length: 150 }, (_, index) => `Straße ${index}`), 'Straße 1']);
    expect([found()?.options.length, found()?.more]).toEqual([100, true]);
  });

  test('is no change of the form: nothing is saved for it', async () => {
    const saved: unknown[] = [];
    const { search, pause, answer, clock } = open(address(), {
      save: async (draft) => {
        saved.push(draft);
        return { revision: 1 };
      },
    });
    search('mar');
    pause();
    await answer(0, ['Marienplatz']);
    clock.increment(60_000);
    expect(saved).toEqual([]);
  });

  test('ends when the page is left', async () => {
    const { s, search, pause, answer, calls, found } = open({
      ...address(),
      steps: [
        { id: 'eins', title: 'Eins', fields: ['/anschrift'] },
        { id: 'zwei', title: 'Zwei', fields: ['/danach', { id: 't', text: 'T' }] },
      ],
    });
    search('mar');
    pause();
    next(s);
    expect(calls[0]?.signal.aborted).toBe(true);
    await answer(0, ['Marienplatz']);
    s.send({ type: 'back' });
    expect(found()).toMatchObject({ state: 'idle', query: '' });
  });

  test.each<[string, Parameters<Session['send']>[0], string]>([
    ['a field without lookup', { type: 'search', at: '/danach', query: 'x' }, 'not-served'],
    ['no field', { type: 'search', at: '/x', query: 'x' }, 'not-served'],
    ['a group', { type: 'search', at: '/anschrift', query: 'x' }, 'not-served'],
    ['dangerous names', { type: 'choose', at: '/__proto__/x', value: 'x' }, 'not-served'],
    ['no text', { type: 'search', at: strasse, query: 7 as unknown as string }, 'not-an-answer'],
    ['a text without end', { type: 'search', at: strasse, query: 'x'.repeat(201) }, 'not-an-answer'],
    ['what is not offered', { type: 'choose', at: strasse, value: 'Marienplatz' }, 'not-offered'],
  ])('is refused for %s', (_, event, code) => {
    const { s } = open(address());
    const before = s.view();
    expect(s.send(event)).toEqual({ ok: false, code });
    expect(s.view()).toBe(before);
  });
});

describe('choosing an option', () => {
  const row = { value: 'Marienplatz', data: { zip: '80331', town: ' München ', district: { name: 'Altstadt' } } };
  const fills = { plz: 'zip', ort: 'town' };

  test('answers the field, fills in what the form takes from it, and ends the search', async () => {
    const { s, search, pause, answer, choose, found } = open(address({ fills }));
    search('mar');
    pause();
    await answer(0, [row]);
    expect(choose('Marienplatz')).toEqual({ ok: true });
    expect(s.submission().answers).toEqual({
      anschrift: { strasse: 'Marienplatz', plz: '80331', ort: 'München' },
    });
    expect(found()).toMatchObject({ state: 'idle', query: '', options: [] });
    // What depends on it is up to date.
    expect(fieldAt(s, '/danach')).toBeDefined();
  });

  test('leaves out what the other fields would refuse, and keeps what was entered there', async () => {
    const { s, search, pause, answer, choose, type } = open(address({ fills }, { maxLength: 4 }));
    type('Bonn', '/anschrift/ort');
    search('mar');
    pause();
    await answer(0, [{ value: 'Marienplatz', data: { zip: 'x', town: 'München' } }]);
    choose('Marienplatz');
    expect(s.submission().answers).toEqual({ anschrift: { strasse: 'Marienplatz', ort: 'Bonn' } });
  });

  test('needs no check, not even beside what it has filled in itself', async () => {
    const { calls, search, pause, answer, choose, lookup, s, clock } = open(
      address({ strict: true, fills, with: { plz: 'self.plz' } }),
    );
    search('mar');
    pause();
    await answer(0, [row]);
    choose('Marienplatz');
    expect(lookup()?.state).toBe('known');
    clock.increment(10_000);
    expect(calls).toHaveLength(1);
    expect(next(s)).toBe('summary');
  });

  test('is saved', async () => {
    const saved: { readonly answers: JsonObject }[] = [];
    const { search, pause, answer, choose, clock } = open(address({ fills }), {
      save: async (draft) => {
        saved.push(draft);
        return { revision: 1 };
      },
    });
    search('mar');
    pause();
    await answer(0, [row]);
    choose('Marienplatz');
    for (const _ of 'ab') clock.increment(800);
    expect(saved).toMatchObject([{ answers: { anschrift: { plz: '80331' } } }]);
  });
});

describe('an answer to a field with options', () => {
  test('may be anything where they are suggestions', () => {
    const { s, type, clock, calls, lookup } = open(address());
    type('Irgendwo');
    clock.increment(10_000);
    expect([lookup(), calls.length]).toMatchObject([{ strict: false, state: 'idle' }, 0]);
    expect(next(s)).toBe('summary');
  });

  test('must be known where the form is strict: also one of a single character', async () => {
    const { s, type, pause, calls } = open(address({ strict: true }));
    type('X');
    pause();
    expect(calls).toMatchObject([{ kind: 'check', text: 'X' }]);
    calls[0]?.resolve({ known: false });
    await settle();
    next(s);
    expect(codes(s)).toEqual([`${strasse} lookup:strassen`]);
  });
});

describe('with the double', () => {
  test('people find a street, choose it and go on', async () => {
    const port = lookupDouble({
      strassen: ['Marienplatz', 'Marienstraße', 'Tal'].map((value) => ({
        value,
        beside: { plz: '80331' },
        data: { town: 'München' },
      })),
    });
    const clock = new SimulatedClock();
    const form = address({ strict: true, with: { plz: 'self.plz' }, fills: { ort: 'town' } });
    const s = start(form, { services: withServices({ lookup: port }), clock });
    session = s;
    s.send({ type: 'answer', at: '/anschrift/plz', value: '80331' });
    s.send({ type: 'search', at: strasse, query: 'marien' });
    clock.increment(300);
    await settle();
    expect(fieldAt(s, strasse)?.lookup?.search?.options.map(({ title }) => title)).toEqual([
      'Marienplatz',
      'Marienstraße',
    ]);
    s.send({ type: 'choose', at: strasse, value: 'Marienstraße' });
    s.send({ type: 'answer', at: '/anschrift/plz', value: '10115' });
    clock.increment(300);
    await settle();
    expect(port.asked).toEqual(['options strassen marien', 'check strassen Marienstraße']);
    expect(fieldAt(s, strasse)?.lookup?.state).toBe('unknown');
  });
});
