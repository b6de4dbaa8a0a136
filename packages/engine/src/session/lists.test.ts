import type { JsonObject } from '@schalter/definition';
import { afterEach, describe, expect, test } from 'vitest';
import { households, twoHouseholds } from '../../test/households.ts';
import { type FormSketch, onePage, program, start, today } from '../../test/support.ts';
import { codes, fieldAt, listAt, next, where } from '../../test/walk.ts';
import { evaluateForm, type Session } from '../index.ts';

/* Repeated groups at any depth: lists in lists in groups in lists. */

let session: Session | undefined;
const open = (...args: Parameters<typeof start>): Session => {
  session = start(...args);
  return session;
};
afterEach(() => session?.dispose());

const judge = (sketch: FormSketch, answers: JsonObject) => {
  const { program: compiled, validate } = program(sketch);
  const evaluation = evaluateForm(compiled, answers, { validate, today });
  return { ...evaluation, problems: evaluation.problems.map(({ at, code }) => `${at} ${code}`) };
};
const routeOf = (s: Session) => s.view().route.map(({ id }) => id);
const answer = (s: Session, at: string, value: string | number | null) => s.send({ type: 'answer', at, value });

const bath = '/haushalte/0/wohnung/raeume/0';
const hall = '/haushalte/0/wohnung/raeume/1';

describe('conditions, values and checks in entries', () => {
  test('read the entry, those around it by name, and where they stand', () => {
    const { values, irrelevant, problems } = judge(households, twoHouseholds);
    expect(values[`${bath}/sachen/0/ort`]).toBe('Alt/Bad/vorn');
    expect(values[`${bath}/sachen/1/ort`]).toBe('Alt/Bad/hinten');
    expect(values['/haushalte/1/wohnung/raeume/0/sachen/0/ort']).toBe('Neu/Flur/vorn');
    expect(irrelevant).toContain(`${bath}/sachen/0/beleg`);
    expect(irrelevant).not.toContain(`${hall}/sachen/0/beleg`);
    expect(problems).toEqual([]);
  });

  test('are computed anew for every entry below an answer that has changed, and only there', () => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'haushalte', entry: `${hall}/sachen/0` });
    const receipt = () => fieldAt(s, `${hall}/sachen/0/beleg`);
    const place = () => fieldAt(s, `${hall}/sachen/0/ort`)?.value;
    expect(receipt()).toBeDefined();
    answer(s, `${hall}/flaeche`, 9);
    expect(receipt()).toBeUndefined();
    answer(s, `${hall}/flaeche`, 90);
    expect(receipt()).toBeDefined();
    answer(s, '/haushalte/1/name', 'Burg');
    expect(receipt()).toBeDefined();
    answer(s, '/haushalte/0/name', 'Burg');
    expect(receipt()).toBeUndefined();
    expect(place()).toBe('Burg/Saal/vorn');
    s.send({ type: 'moveItem', at: hall, to: 0 });
    expect(fieldAt(s, `${bath}/sachen/0/ort`)?.value).toBe('Burg/Saal/vorn');
  });

  test('aggregates go through lists in lists', () => {
    const s = open(households, { answers: twoHouseholds });
    const total = () => s.submission().answers.wert;
    expect(total()).toBe(652);
    expect(s.submission().answers.teuer).toBe(false);
    answer(s, `${bath}/sachen/1/wert`, 600);
    expect([total(), s.submission().answers.teuer]).toEqual([1250, true]);
    s.send({ type: 'addItem', at: `${hall}/sachen` });
    answer(s, `${hall}/sachen/1/wert`, 50);
    expect(total()).toBe(1300);
    s.send({ type: 'removeItem', at: bath });
    expect([total(), s.submission().answers.teuer]).toEqual([500, false]);
    s.send({ type: 'removeItem', at: '/haushalte/0' });
    expect(total()).toBe(50);
    answer(s, '/haushalte/0/wohnung/raeume/0/sachen/0/wert', null);
    expect(total()).toBe(0);
  });

  test('a check of an entry stands where it points in that entry, in its own words', () => {
    const s = open(households, { answers: twoHouseholds });
    answer(s, `${bath}/sachen/0/wert`, 401);
    s.send({ type: 'goTo', step: 'haushalte', entry: `${bath}/sachen/0` });
    expect(codes(s)).toEqual([]);
    next(s);
    expect(s.view().problems.map(({ at, code, message }) => [at, code, message])).toEqual([
      [`${bath}/sachen/0/wert`, 'check:platz', 'Zu viel für Bad.'],
    ]);
    answer(s, `${bath}/flaeche`, 5);
    expect(codes(s)).toEqual([]);
  });

  test('a check of an entry as a whole stands at the entry', () => {
    const sachen = [1, 2, 3].map((wert) => ({ was: `Ding ${wert}`, wert }));
    expect(
      judge(households, { haushalte: [{ name: 'A', wohnung: { raeume: [{ name: 'R', flaeche: 1, sachen }] } }] })
        .problems,
    ).toEqual(['/haushalte/0/wohnung/raeume/0 check:voll']);
  });
});

describe('what lists demand', () => {
  const room = (sachen: JsonObject[]): JsonObject => ({
    haushalte: [{ name: 'A', wohnung: { raeume: [{ name: 'R', flaeche: 9, sachen }] } }],
  });

  test('a required inner list binds in every entry around it', () => {
    expect(
      judge(households, { haushalte: [{ name: 'A' }, { name: 'B', wohnung: { raeume: [{}] } }] }).problems,
    ).toEqual(['/haushalte/0/wohnung/raeume required', '/haushalte/1/wohnung/raeume/0/name required']);
  });

  test('no more than the maximum are added or accepted', () => {
    const four = [1, 2, 3, 4].map((wert) => ({ was: `Ding ${wert}`, wert }));
    const s = open(households, { answers: room(four) });
    expect(s.send({ type: 'addItem', at: `${bath}/sachen` })).toEqual({ ok: false, code: 'max-items' });
    s.send({ type: 'goTo', step: 'haushalte', entry: bath });
    expect(listAt(s, `${bath}/sachen`)).toMatchObject({ canAdd: false, maxItems: 4 });
    expect(judge(households, room([...four, { was: 'Fünf', wert: 5 }])).problems).toContain(`${bath}/sachen maxItems`);
  });

  test('"another?" is asked once the demanded entries are there', () => {
    const s = open(
      onePage({
        l: {
          type: 'array',
          title: 'L',
          minItems: 2,
          maxItems: 3,
          items: { type: 'object', properties: { a: { type: 'string', title: 'A' } } },
        },
      }),
    );
    s.send({ type: 'addItem', at: '/l' });
    answer(s, '/l/0/a', 'x');
    expect(next(s)).toBe('seite');
    expect(listAt(s, '/l').another).toBeUndefined();
    expect(next(s)).toBe('seite');
    expect(codes(s)).toEqual(['/l minItems']);
    s.send({ type: 'addItem', at: '/l' });
    answer(s, '/l/1/a', 'y');
    next(s);
    expect(listAt(s, '/l').another).toEqual({ value: null, problems: [] });
  });

  test('rows of plain values are offered in entries too, with all their field has', () => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'haushalte', entry: bath });
    const [row] = listAt(s, `${bath}/schluessel`).entries;
    expect(listAt(s, `${bath}/schluessel`).entries).toHaveLength(2);
    expect(row?.content).toMatchObject([
      { label: 'Schlüssel 1', maxLength: 4, hint: expect.anything(), value: null, optionalMark: false },
    ]);
    answer(s, `${bath}/schluessel/1`, '7');
    expect(fieldAt(s, `${bath}/schluessel/1`)).toMatchObject({ value: '7', optionalMark: false });
    expect(s.persist().answers).toMatchObject({
      haushalte: [{ wohnung: { raeume: [{ schluessel: [null, '7'] }, {}] } }, {}],
    });
    next(s);
    expect(codes(s)).toContain(`${bath}/schluessel minItems`);
  });
});

describe('entries that differ', () => {
  const same = (haushalt: JsonObject[]) => judge(households, { haushalte: haushalt }).problems;
  const things = (...sachen: JsonObject[]) =>
    same([{ name: 'A', wohnung: { raeume: [{ name: 'R', flaeche: 99, sachen }] } }]);

  test('are told by what would be filed, at the list and with their numbers', () => {
    expect(things({ was: 'Bild', wert: 1 }, { was: 'Bild', wert: 2 })).toEqual([]);
    const s = open(
      onePage({
        l: {
          type: 'array',
          title: 'L',
          uniqueItems: true,
          items: {
            type: 'object',
            properties: {
              a: { type: 'string', title: 'A' },
              b: { type: 'string', title: 'B', when: "self.a == 'x'" },
              c: { type: 'string', title: 'C', value: "or(self.a, '') + '!'", internal: true },
            },
          },
        },
      }),
      {
        answers: {
          l: [
            { a: 'x', b: '1' },
            { a: ' y ', b: '2' },
            { a: 'x', b: '2' },
            { a: 'y', b: '3' },
          ],
        },
      },
    );
    s.send({ type: 'another', at: '/l', value: false });
    next(s);
    // What is irrelevant does not make a difference.
    expect(s.view().problems.map(({ at, code, params }) => ({ at, code, params }))).toEqual([
      { at: '/l', code: 'uniqueItems', params: { first: 2, second: 4 } },
    ]);
    answer(s, '/l/3/a', 'x');
    expect(codes(s)).toEqual([]);
    answer(s, '/l/0/b', '3');
    expect(s.view().problems.map(({ params }) => params)).toEqual([{ first: 1, second: 4 }]);
    s.send({ type: 'moveItem', at: '/l/3', to: 0 });
    expect(s.view().problems.map(({ params }) => params)).toEqual([{ first: 1, second: 2 }]);
    s.send({ type: 'removeItem', at: '/l/0' });
    expect(codes(s)).toEqual([]);
  });

  test('two blank entries are the same; blank rows of plain values do not count', () => {
    const groups = onePage({
      l: {
        type: 'array',
        title: 'L',
        uniqueItems: true,
        items: { type: 'object', properties: { a: { type: 'string', title: 'A' } } },
      },
    });
    expect(judge(groups, { l: [{}, { a: 'x' }] }).problems).toEqual([]);
    expect(judge(groups, { l: [{}, { a: 'x' }, {}] }).problems).toEqual(['/l uniqueItems']);
    const keys = (schluessel: (string | null)[]) =>
      same([{ name: 'A', wohnung: { raeume: [{ name: 'R', schluessel }] } }]);
    expect(keys([null, '1', null, '2'])).toEqual([]);
    expect(keys(['1', null, '1 '])).toEqual(['/haushalte/0/wohnung/raeume/0/schluessel uniqueItems']);
  });

  test('a check says that one field has to differ, at each that does not', () => {
    const named = (...names: (string | undefined)[]) =>
      same(names.map((name) => ({ ...(name ? { name } : {}), wohnung: { raeume: [{ name: 'R' }] } })));
    expect(named('A', 'B', 'A')).toEqual(['/haushalte/0/name check:einmal', '/haushalte/2/name check:einmal']);
    expect(named(undefined, undefined)).toEqual(['/haushalte/0/name required', '/haushalte/1/name required']);
  });
});

describe('pages of entries in entries', () => {
  test('each is edited on its own page; "back" drops a blank one, at any depth', () => {
    const s = open(households, { answers: { haushalte: [{ name: 'Alt' }] } });
    s.send({ type: 'goTo', step: 'haushalte' });
    s.send({ type: 'editItem', at: '/haushalte/0' });
    s.send({ type: 'addItem', at: '/haushalte/0/wohnung/raeume' });
    expect(where(s)).toBe(`haushalte@${bath}`);
    s.send({ type: 'addItem', at: `${bath}/sachen` });
    expect(where(s)).toBe(`haushalte@${bath}/sachen/0`);
    s.send({ type: 'back' });
    expect(where(s)).toBe(`haushalte@${bath}`);
    expect(listAt(s, `${bath}/sachen`).entries).toEqual([]);
    s.send({ type: 'back' });
    expect(where(s)).toBe('haushalte@/haushalte/0');
    expect(listAt(s, '/haushalte/0/wohnung/raeume').entries).toEqual([]);
    s.send({ type: 'back' });
    expect(listAt(s, '/haushalte').entries).toHaveLength(1);
  });

  test('a page of an entry in entries says in which; a card names what is in its lists', () => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'haushalte', entry: `${bath}/sachen/1` });
    expect(s.view().step).toMatchObject({ title: 'Ente', within: ['Alt', 'Bad'] });
    s.send({ type: 'back' });
    expect(s.view().step.within).toEqual(['Alt']);
    s.send({ type: 'back' });
    expect(s.view().step).not.toHaveProperty('within');
    const [room] = listAt(s, '/haushalte/0/wohnung/raeume').entries;
    expect(room?.rows.map(({ label, lines }) => `${label}: ${lines.join(', ')}`)).toEqual([
      'Name: Bad',
      'Fläche: 4',
      'Sachen: Wanne, Ente',
      'Wert des Raums: 202',
    ]);
  });

  test('an entry is called by its answers, as long as they are missing by what it is', () => {
    const s = open(
      onePage({
        l: {
          type: 'array',
          title: 'Kinder',
          items: {
            type: 'object',
            title: 'Kind',
            outputTitle: '{{self.name}}',
            properties: { name: { type: 'string', title: 'Name' } },
          },
        },
      }),
    );
    s.send({ type: 'addItem', at: '/l' });
    expect(s.view().step.title).toBe('Kind 1');
    answer(s, '/l/0/name', 'Lena');
    expect(s.view().step.title).toBe('Lena');
  });

  test('a page that was left tells what is wrong in its entries, there too; an added one starts afresh', () => {
    const s = open(households, { answers: { haushalte: [{ name: 'Alt', wohnung: { raeume: [{ flaeche: 3 }] } }] } });
    s.send({ type: 'goTo', step: 'haushalte' });
    s.send({ type: 'another', at: '/haushalte', value: false });
    expect(next(s)).toBe('haushalte');
    expect(codes(s)).toEqual([`${bath}/name required`]);
    expect(listAt(s, '/haushalte').entries.map(({ complete }) => complete)).toEqual([false]);
    s.send({ type: 'editItem', at: bath });
    expect(codes(s)).toEqual([`${bath}/name required`]);
    expect(fieldAt(s, `${bath}/name`)?.problems).toHaveLength(1);
    s.send({ type: 'back' });
    s.send({ type: 'addItem', at: '/haushalte/0/wohnung/raeume' });
    expect(where(s)).toBe(`haushalte@${hall}`);
    expect(codes(s)).toEqual([]);
    expect(fieldAt(s, `${hall}/name`)?.problems).toEqual([]);
  });

  test('sending refused shows what is wrong on the entry’s own page too', () => {
    const s = open(households, { answers: { haushalte: [{ name: 'Alt', wohnung: { raeume: [{ flaeche: 3 }] } }] } });
    s.send({ type: 'goTo', step: 'summary' });
    s.send({ type: 'submit' });
    expect(where(s)).toBe('haushalte');
    s.send({ type: 'editItem', at: bath });
    expect(codes(s)).toEqual([`${bath}/name required`]);
  });

  test('moving keeps keys, answers, the page one is on, and which pages were left', () => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'haushalte', entry: '/haushalte/0' });
    const keys = () => listAt(s, '/haushalte/0/wohnung/raeume').entries.map(({ key, title }) => `${key} ${title}`);
    const before = keys();
    s.send({ type: 'moveItem', at: bath, to: 1 });
    expect(keys()).toEqual([...before].reverse());
    s.send({ type: 'editItem', at: `${hall}/sachen/1` });
    answer(s, `${hall}/sachen/1/was`, null);
    expect(next(s)).toBe(`haushalte@${hall}/sachen/1`);
    expect(codes(s)).toEqual([`${hall}/sachen/1/was required`]);
    s.send({ type: 'moveItem', at: '/haushalte/0', to: 1 });
    expect(where(s)).toBe('haushalte@/haushalte/1/wohnung/raeume/1/sachen/1');
    expect(codes(s)).toEqual(['/haushalte/1/wohnung/raeume/1/sachen/1/was required']);
    const restored = open(households, { snapshot: s.persist() });
    s.dispose();
    expect(where(restored)).toBe('haushalte@/haushalte/1/wohnung/raeume/1/sachen/1');
    expect(codes(restored)).toEqual(['/haushalte/1/wohnung/raeume/1/sachen/1/was required']);
  });

  test.each([
    [`${bath}/sachen/0`, `haushalte@${bath}`],
    [bath, 'haushalte@/haushalte/0'],
    ['/haushalte/0', 'haushalte'],
  ])('removing %s takes a person off the page of what was in it', (removed, to) => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'haushalte', entry: `${bath}/sachen/0` });
    expect(s.send({ type: 'removeItem', at: removed })).toEqual({ ok: true });
    expect(where(s)).toBe(to);
  });

  test('an entry that other steps ask completely has no page of its own', () => {
    const s = open({
      data: {
        type: 'object',
        properties: {
          l: {
            type: 'array',
            title: 'L',
            items: { type: 'object', properties: { a: { type: 'string', title: 'A' } } },
          },
        },
      },
      steps: [
        { id: 'liste', title: 'Liste', fields: ['/l'] },
        { id: 'je', forEach: '/l', title: 'Je', fields: ['/l/*/a'] },
      ],
    });
    s.send({ type: 'addItem', at: '/l' });
    expect(where(s)).toBe('liste');
    expect(listAt(s, '/l')).toMatchObject({ canEdit: false });
    expect(s.send({ type: 'editItem', at: '/l/0' })).toEqual({ ok: false, code: 'unknown-entry' });
    s.send({ type: 'another', at: '/l', value: true });
    expect(next(s)).toBe('liste');
    s.send({ type: 'another', at: '/l', value: false });
    expect(next(s)).toBe('je/0');
    expect(next(s)).toBe('je/1');
  });
});

describe('a step for every entry of an inner list', () => {
  const pages = ['zustand/0/0/0', 'zustand/0/1/0', 'zustand/1/0/0'];

  test('stands on the route where its condition holds, in the order of the entries', () => {
    const s = open(households, { answers: twoHouseholds });
    expect(routeOf(s)).toEqual(['start', 'haushalte', ...pages, 'ende', 'summary']);
    expect(s.view().route.map(({ title }) => title)).toContain('Zustand: Orgel');
    answer(s, `${bath}/sachen/1/wert`, 20);
    expect(routeOf(s)).toContain('zustand/0/0/1');
    answer(s, `${hall}/name`, null);
    expect(routeOf(s)).not.toContain('zustand/0/1/0');
    s.send({ type: 'moveItem', at: '/haushalte/1', to: 0 });
    expect(
      s
        .view()
        .route.filter(({ id }) => id.startsWith('zustand'))
        .map(({ id, title }) => `${id} ${title}`),
    ).toEqual(['zustand/0/0/0 Zustand: Bild', 'zustand/1/0/0 Zustand: Wanne', 'zustand/1/0/1 Zustand: Ente']);
  });

  test('what it asks is relevant with it', () => {
    const answers = structuredClone(twoHouseholds) as JsonObject;
    const { irrelevant, problems } = judge(households, { ...answers, art: 'genau' });
    expect(irrelevant).toContain(`${bath}/sachen/1/zustand`);
    expect(problems).toEqual([
      `${bath}/sachen/0/zustand required`,
      `${hall}/sachen/0/zustand required`,
      '/haushalte/1/wohnung/raeume/0/sachen/0/zustand required',
    ]);
  });

  test('is gone to by its place, and follows its entry', () => {
    const s = open(households, { answers: { ...twoHouseholds, art: 'genau' } });
    expect(s.send({ type: 'goTo', step: 'zustand/0/0/1' })).toEqual({ ok: false, code: 'not-on-route' });
    expect(s.send({ type: 'goTo', step: 'zustand' })).toEqual({ ok: false, code: 'not-on-route' });
    expect(s.send({ type: 'goTo', step: 'zustand/0/1/0' })).toEqual({ ok: true });
    expect(s.view().step.title).toBe('Zustand: Orgel');
    next(s);
    expect(codes(s)).toEqual([`${hall}/sachen/0/zustand required`]);
    s.send({ type: 'moveItem', at: hall, to: 0 });
    expect(where(s)).toBe('zustand/0/0/0');
    expect(codes(s)).toEqual([`${bath}/sachen/0/zustand required`]);
    s.send({ type: 'back' });
    expect(where(s)).toBe('haushalte');
  });

  test('one whose entry is gone leads to the page before, not to the one that takes its place', () => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'zustand/0/1/0' });
    s.send({ type: 'removeItem', at: `${hall}/sachen/0` });
    expect(where(s)).toBe('zustand/0/0/0');
    s.send({ type: 'removeItem', at: '/haushalte/0' });
    expect(where(s)).toBe('haushalte');
    expect(routeOf(s)).toContain('zustand/0/0/0');
  });

  test('the summary groups all of an entry once, each row leading to the page that asks', () => {
    const s = open(households, { answers: twoHouseholds });
    s.send({ type: 'goTo', step: 'summary' });
    const sections = s.view().summary?.sections ?? [];
    expect(sections.map(({ step }) => step)).toEqual(['start', 'haushalte', 'ende']);
    const lines: string[] = [];
    const visit = (content: NonNullable<(typeof sections)[number]>['content'], depth: number) => {
      for (const one of content) {
        if (one.kind === 'group') {
          lines.push(`${'  '.repeat(depth)}${one.title}`);
          visit(one.content, depth + 1);
        } else if (one.lines.length > 0 || one.change?.step.startsWith('zustand')) {
          const { change } = one;
          const target = change ? `${change.step}${change.entry === undefined ? '' : `@${change.entry}`}` : '-';
          lines.push(`${'  '.repeat(depth)}${one.label}: ${one.lines.join(', ')} → ${target}`);
        }
      }
    };
    visit(sections[1]?.content.slice(1) ?? [], 0);
    const room = '/haushalte/1/wohnung/raeume/0';
    expect(lines).toEqual([
      'Neu',
      '  Name: Neu → haushalte@/haushalte/1',
      '  Wohnung',
      '    Flur',
      `      Name: Flur → haushalte@${room}`,
      `      Fläche: 12 → haushalte@${room}`,
      '      Bild',
      `        Was: Bild → haushalte@${room}/sachen/0`,
      `        Wert: 50 → haushalte@${room}/sachen/0`,
      '        Ort: Neu/Flur/vorn → -',
      '        Zustand:  → zustand/1/0/0',
      '      Wert des Raums: 50 → -',
    ]);
  });
});

describe('a list that two steps of the entries around it name', () => {
  test('is asked, with all that is in it, on the first that is on the route', () => {
    const s = open(
      {
        data: {
          type: 'object',
          properties: {
            l: {
              type: 'array',
              title: 'L',
              items: {
                type: 'object',
                properties: {
                  a: { type: 'string', title: 'A' },
                  m: {
                    type: 'array',
                    title: 'M',
                    items: { type: 'object', properties: { x: { type: 'string', title: 'X' } }, required: ['x'] },
                  },
                },
              },
            },
          },
        },
        steps: [
          { id: 'l', title: 'L', fields: ['/l'] },
          { id: 'kurz', forEach: '/l', title: 'Kurz', when: "item.a == 'kurz'", fields: ['/l/*/m'] },
          { id: 'lang', forEach: '/l', title: 'Lang', when: "item.a != 'nichts'", fields: ['/l/*/m'] },
        ],
      },
      {
        answers: {
          l: [
            { a: 'lang', m: [{}] },
            { a: 'kurz', m: [{}] },
            { a: 'nichts', m: [{}] },
          ],
        },
      },
    );
    expect(routeOf(s)).toEqual(['l', 'kurz/1', 'lang/0', 'summary']);
    s.send({ type: 'goTo', step: 'lang/0' });
    s.send({ type: 'another', at: '/l/0/m', value: false });
    next(s);
    expect(codes(s)).toEqual(['/l/0/m/0/x required']);
    s.send({ type: 'editItem', at: '/l/0/m/0' });
    expect(where(s)).toBe('lang/0@/l/0/m/0');
    expect(fieldAt(s, '/l/0/m/0/x')).toBeDefined();
    s.send({ type: 'editItem', at: '/l/1/m/0' });
    expect(where(s)).toBe('kurz/1@/l/1/m/0');
    expect(fieldAt(s, '/l/1/m/0/x')).toBeDefined();
    expect(s.send({ type: 'editItem', at: '/l/2/m/0' }).ok).toBe(false);
  });
});

test('an entry whose adding takes its page off the route is not opened', () => {
  const s = open({
    data: {
      type: 'object',
      properties: {
        a: { type: 'string', title: 'A' },
        l: {
          type: 'array',
          title: 'L',
          items: { type: 'object', title: 'E', properties: { p: { type: 'string', title: 'P' } } },
        },
      },
    },
    steps: [
      { id: 'eins', title: 'Eins', fields: ['/a'] },
      { id: 'aus', kind: 'exit', title: 'Aus', when: 'count(l) > 0' },
      { id: 'zwei', title: 'Zwei', fields: ['/l'] },
    ],
  });
  next(s);
  expect(where(s)).toBe('zwei');
  s.send({ type: 'addItem', at: '/l' });
  expect(routeOf(s)).toEqual(['eins', 'aus']);
  expect(where(s)).toBe('aus');
});
