import type { JsonObject } from '@schalter/definition';
import { afterEach, describe, expect, test } from 'vitest';
import { type FormSketch, onePage, program, start, today } from '../../test/support.ts';
import { codes, fieldAt, listAt, next } from '../../test/walk.ts';
import { evaluateForm, type Session } from '../index.ts';

/* The rules of the form language's "Meaning", by their numbers. */

let session: Session | undefined;
const open = (...args: Parameters<typeof start>): Session => {
  session = start(...args);
  return session;
};
afterEach(() => session?.dispose());

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });
const number = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'integer', title, ...more });
const truth = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'boolean', title, ...more });

const judge = (sketch: FormSketch, answers: JsonObject) => {
  const { program: compiled, validate } = program(sketch);
  const evaluation = evaluateForm(compiled, answers, { validate, today });
  return { ...evaluation, problems: evaluation.problems.map(({ at, code }) => `${at} ${code}`) };
};

describe('1 answers', () => {
  const form = onePage({
    a: text('A'),
    b: truth('B', { control: 'checkbox' }),
    c: truth('C'),
    d: { type: 'array', title: 'D', items: { type: 'string', oneOf: [{ const: 'x', title: 'X' }] } },
  });

  test.each<[string, unknown, unknown]>([
    ['/a', '  Erika \n', 'Erika'],
    ['/a', 'u\u0308ber', 'über'],
    ['/a', '   ', undefined],
    ['/b', false, undefined],
    ['/b', true, true],
    ['/c', false, false],
    ['/d', [], undefined],
    ['/d', ['x'], ['x']],
  ])('%s: %j is kept as %j', (at, given, kept) => {
    const s = open(form);
    s.send({ type: 'answer', at, value: given as string });
    expect(s.persist().answers[at.slice(1)]).toEqual(kept);
  });

  test('a value of the wrong type stays as typed, is a problem, and null to expressions', () => {
    const s = open(onePage({ n: number('N'), m: truth('M', { value: 'answered(n)' }) }));
    s.send({ type: 'answer', at: '/n', value: 'zwölf' });
    next(s);
    expect(fieldAt(s, '/n')).toMatchObject({ value: 'zwölf', text: 'zwölf' });
    expect(codes(s)).toEqual(['/n type']);
    expect(fieldAt(s, '/m')?.value).toBe(false);
  });

  test('a date that no calendar has is null to expressions', () => {
    const form = onePage({ d: text('D', { format: 'date' }), b: text('B', { when: "d < '2026-01-01'" }) });
    expect(judge(form, { d: '-2-1' }).irrelevant).toEqual(['/b']);
    expect(judge(form, { d: '2025-02-30' }).irrelevant).toEqual(['/b']);
    expect(judge(form, { d: '2025-02-28' }).irrelevant).toEqual([]);
  });
});

describe('2 what expressions and submissions see', () => {
  const dogs = onePage({
    hunde: {
      type: 'array',
      title: 'Hunde',
      items: {
        type: 'object',
        properties: { name: text('Name'), impfung: { type: 'object', properties: { jahr: number('Jahr') } } },
      },
    },
    zweiter: text('Zweiter', { value: 'hunde[1].name' }),
    zahl: number('Zahl', { value: 'count(hunde)' }),
    jahr: number('Jahr', { value: 'or(hunde[7].impfung.jahr, 1)' }),
  });

  test('groups and lists always exist; beyond the end everything is unanswered', () => {
    expect(judge(dogs, {}).values).toEqual({ '/zahl': 0, '/jahr': 1 });
  });

  test('a submission has no null, no empty group and no empty list, but blank entries', () => {
    expect(judge(dogs, { hunde: [{}, { name: 'Rex', impfung: {} }] }).submission).toEqual({
      hunde: [{}, { name: 'Rex' }],
      zweiter: 'Rex',
      zahl: 2,
      jahr: 1,
    });
    expect(judge(dogs, { hunde: [] }).submission).not.toHaveProperty('hunde');
  });

  test('blank plain values do not count and are not filed', () => {
    const form = onePage({
      namen: { type: 'array', title: 'Namen', items: text('Name') },
      zahl: number('Zahl', { value: 'count(namen)' }),
    });
    expect(judge(form, { namen: ['a', null, 'b'] }).submission).toEqual({ namen: ['a', 'b'], zahl: 2 });
  });
});

describe('3 names', () => {
  test('self is the group, item the entry, index its place, "as" names an outer entry', () => {
    const form = onePage({
      haeuser: {
        type: 'array',
        title: 'Häuser',
        as: 'haus',
        items: {
          type: 'object',
          properties: {
            ort: text('Ort'),
            zimmer: {
              type: 'array',
              title: 'Zimmer',
              items: {
                type: 'object',
                properties: {
                  name: text('Name'),
                  lage: {
                    type: 'object',
                    properties: {
                      stock: number('Stock'),
                      beschreibung: text('Beschreibung', {
                        value: "haus.ort + '/' + item.name + '/' + (self.stock > 0 && index == 1 ? 'oben' : 'unten')",
                      }),
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
    const { values } = judge(form, {
      haeuser: [
        {
          ort: 'Ulm',
          zimmer: [
            { name: 'Bad', lage: { stock: 1 } },
            { name: 'Saal', lage: { stock: 1 } },
          ],
        },
        { ort: 'Bonn', zimmer: [{ name: 'Küche', lage: { stock: 0 } }] },
      ],
    });
    expect(values['/haeuser/0/zimmer/0/lage/beschreibung']).toBe('Ulm/Bad/unten');
    expect(values['/haeuser/0/zimmer/1/lage/beschreibung']).toBe('Ulm/Saal/oben');
    expect(values['/haeuser/1/zimmer/0/lage/beschreibung']).toBe('Bonn/Küche/unten');
  });

  test('defines see the root and each other', () => {
    const form = onePage(
      { a: number('A'), b: number('B', { value: 'doppelt + 1' }) },
      { define: { doppelt: 'einfach * 2', einfach: 'a' } },
    );
    expect(judge(form, { a: 4 }).values['/b']).toBe(9);
  });
});

describe('5 unknown is not true', () => {
  test('a check that is unknown is silent, a false one speaks', () => {
    const form = onePage(
      { von: number('Von'), bis: number('Bis') },
      { checks: [{ id: 'folge', assert: 'von < bis', at: 'bis', message: 'Falsche Folge.' }] },
    );
    expect(judge(form, { von: 5 }).problems).toEqual([]);
    expect(judge(form, { von: 5, bis: 3 }).problems).toEqual(['/bis check:folge']);
  });
});

describe('6 relevance', () => {
  const form = onePage({
    art: text('Art'),
    firma: {
      type: 'object',
      title: 'Firma',
      when: "art == 'firma'",
      properties: { name: text('Name'), zahl: number('Zahl') },
      required: ['name'],
    },
    doppelt: number('Doppelt', { value: 'firma.zahl * 2' }),
  });

  test('what is irrelevant is remembered, but null to expressions and never filed or validated', () => {
    const s = open(form, { answers: { art: 'firma', firma: { zahl: 4 } } });
    next(s);
    expect(codes(s)).toEqual(['/firma/name required']);
    expect(fieldAt(s, '/doppelt')?.value).toBe(8);
    s.send({ type: 'answer', at: '/art', value: 'privat' });
    expect(codes(s)).toEqual([]);
    expect(fieldAt(s, '/doppelt')?.value).toBeNull();
    expect(s.submission().answers).toEqual({ art: 'privat' });
    s.send({ type: 'answer', at: '/art', value: 'firma' });
    expect(fieldAt(s, '/firma/zahl')?.value).toBe(4);
  });

  test('a field is irrelevant with the step it stands on', () => {
    const sketch: FormSketch = {
      data: { type: 'object', properties: { a: truth('A'), b: text('B') }, required: ['b'] },
      steps: [
        { id: 'eins', title: 'Eins', fields: ['/a'] },
        { id: 'zwei', title: 'Zwei', when: 'a == true', fields: ['/b'] },
      ],
    };
    expect(judge(sketch, { a: false, b: 'x' })).toMatchObject({
      irrelevant: ['/b'],
      problems: [],
      route: ['eins', 'summary'],
    });
    expect(judge(sketch, { a: true })).toMatchObject({ irrelevant: [], problems: ['/b required'] });
  });

  test('a leaf on several steps is relevant if one of them is, and asked on the first on the route', () => {
    const sketch: FormSketch = {
      data: { type: 'object', properties: { a: text('A'), b: text('B') } },
      steps: [
        { id: 'start', title: 'Start', fields: ['/a'] },
        { id: 'x', title: 'X', when: "a == 'x' || a == 'xy'", fields: [{ id: 't', text: 'Text' }, '/b'] },
        { id: 'y', title: 'Y', when: "a == 'y' || a == 'xy'", fields: [{ id: 'u', text: 'Text' }, '/b'] },
      ],
    };
    expect(judge(sketch, { a: 'z' }).irrelevant).toEqual(['/b']);
    expect(judge(sketch, { a: 'y' }).irrelevant).toEqual([]);
    const s = open(sketch, { answers: { a: 'xy' } });
    next(s);
    expect(fieldAt(s, '/b')).toBeDefined();
    next(s);
    expect(s.view().step.id).toBe('y');
    expect(fieldAt(s, '/b')).toBeUndefined();
  });

  test('a page on which nothing is left to show is skipped', () => {
    const sketch: FormSketch = {
      data: { type: 'object', properties: { a: text('A'), b: text('B', { when: "a == 'x'" }) } },
      steps: [
        { id: 'eins', title: 'Eins', fields: ['/a'] },
        { id: 'zwei', title: 'Zwei', fields: ['/b', { id: 'hinweis', text: 'Nur bei y.', when: "a == 'y'" }] },
      ],
    };
    expect(judge(sketch, {}).route).toEqual(['eins', 'summary']);
    expect(judge(sketch, { a: 'x' }).route).toEqual(['eins', 'zwei', 'summary']);
    expect(judge(sketch, { a: 'y' }).route).toEqual(['eins', 'zwei', 'summary']);
  });
});

describe('7 required', () => {
  const optionalGroup = (more: JsonObject = {}) =>
    onePage({
      bank: {
        type: 'object',
        title: 'Bank',
        properties: { inhaber: text('Inhaber'), iban: text('IBAN') },
        required: ['inhaber'],
        checks: [{ id: 'kurz', assert: 'size(or(self.iban, "")) < 5', message: 'Zu lang.' }],
        ...more,
      },
    });

  test('an optional group demands nothing until it is answered', () => {
    expect(judge(optionalGroup(), {}).problems).toEqual([]);
    expect(judge(optionalGroup(), { bank: { iban: 'DE12' } }).problems).toEqual(['/bank/inhaber required']);
    expect(judge(optionalGroup(), { bank: { iban: 'DE1234' } }).problems).toEqual([
      '/bank check:kurz',
      '/bank/inhaber required',
    ]);
  });

  test('a demanded group binds only where the group around it does', () => {
    const form = onePage({
      a: {
        type: 'object',
        title: 'A',
        properties: {
          x: text('X'),
          b: { type: 'object', title: 'B', properties: { y: text('Y') }, required: ['y'] },
        },
        required: ['b'],
      },
    });
    expect(judge(form, {}).problems).toEqual([]);
    expect(judge(form, { a: { x: '1' } }).problems).toEqual(['/a/b/y required']);
  });

  test('an added entry binds even if blank; an optional empty list demands nothing', () => {
    const form = onePage({
      hunde: {
        type: 'array',
        title: 'Hunde',
        minItems: 2,
        items: { type: 'object', properties: { name: text('Name') }, required: ['name'] },
      },
    });
    expect(judge(form, {}).problems).toEqual([]);
    expect(judge(form, { hunde: [{}] }).problems).toEqual(['/hunde minItems', '/hunde/0/name required']);
  });

  test('requiredWhen demands while it is true', () => {
    const form = onePage({ a: truth('A'), b: text('B', { requiredWhen: 'a == true' }) });
    expect(judge(form, {}).problems).toEqual([]);
    expect(judge(form, { a: true }).problems).toEqual(['/b required']);
    const s = open(form);
    expect(fieldAt(s, '/b')).toMatchObject({ required: false, optionalMark: true });
    s.send({ type: 'answer', at: '/a', value: true });
    expect(fieldAt(s, '/b')).toMatchObject({ required: true, optionalMark: false });
  });

  test('minProperties and maxProperties count what is answered; what is hidden never blocks', () => {
    const form = onePage(
      {
        weg: truth('Weg'),
        kontakt: {
          type: 'object',
          title: 'Kontakt',
          minProperties: 1,
          maxProperties: 1,
          properties: { mail: text('Mail', { when: 'weg != true' }), post: text('Post', { when: 'weg != true' }) },
        },
      },
      { required: ['kontakt'] },
    );
    expect(judge(form, {}).problems).toEqual(['/kontakt minProperties']);
    expect(judge(form, { kontakt: { mail: 'a' } }).problems).toEqual([]);
    expect(judge(form, { kontakt: { mail: 'a', post: 'b' } }).problems).toEqual(['/kontakt maxProperties']);
    expect(judge(form, { weg: true }).problems).toEqual([]);
  });

  test('a list may demand that entries differ', () => {
    const form = onePage({
      hunde: {
        type: 'array',
        title: 'Hunde',
        uniqueItems: true,
        items: { type: 'object', properties: { name: text('Name') } },
      },
    });
    expect(judge(form, { hunde: [{ name: 'a' }, {}, { name: 'b' }] }).problems).toEqual([]);
    expect(judge(form, { hunde: [{ name: 'a' }, { name: 'b' }, { name: 'a ' }] }).problems).toEqual([
      '/hunde uniqueItems',
    ]);
  });
});

describe('8 computed values', () => {
  test('a computed integer is rounded half away from zero', () => {
    const form = onePage({ a: { type: 'number', title: 'A' }, b: number('B', { value: 'a / 2' }) });
    expect(judge(form, { a: 5 }).values['/b']).toBe(3);
    expect(judge(form, { a: -5 }).values['/b']).toBe(-3);
  });

  test('a value that breaks its own constraint is unknown', () => {
    const form = onePage({ a: number('A'), b: number('B', { value: 'a', maximum: 10 }) });
    expect(judge(form, { a: 10 }).values['/b']).toBe(10);
    expect(judge(form, { a: 11 }).values).not.toHaveProperty('/b');
  });

  test('a needed value that is unknown is a problem at the unanswered fields it reads', () => {
    const form = onePage(
      {
        a: number('A'),
        b: number('B'),
        summe: number('Summe', { value: 'zwischen + 1' }),
        zwischen: number('Z', { value: 'a + b' }),
      },
      { required: ['summe'] },
    );
    expect(judge(form, { a: 1 }).problems).toEqual(['/b cannot-compute']);
    expect(judge(form, { a: 1, b: 2 })).toMatchObject({ problems: [], values: { '/summe': 4 } });
  });

  test('so is an unknown condition or amount of a service', () => {
    const form = onePage(
      { a: number('A') },
      { services: { gebuehr: { kind: 'payment', amount: 'a * 100', purpose: 'Gebühr', when: 'a > 0' } } },
    );
    expect(judge(form, {})).toMatchObject({
      problems: ['/a cannot-compute'],
      services: { gebuehr: { active: false } },
    });
    expect(judge(form, { a: 0 })).toMatchObject({ problems: [], services: { gebuehr: { active: false } } });
    expect(judge(form, { a: 2 })).toMatchObject({ services: { gebuehr: { active: true, amount: 200 } } });
  });
});

describe('options', () => {
  const options = (more: JsonObject = {}): JsonObject => ({
    oneOf: [
      { const: 'rad', title: 'Rad' },
      { const: 'auto', title: 'Auto', when: 'alter >= 18' },
      { const: 'nichts', title: 'Nichts davon', exclusive: true, divider: true },
    ],
    ...more,
  });

  test('a chosen option that is not offered is null, and returns with the option', () => {
    const form = onePage({ alter: number('Alter'), fahrzeug: text('Fahrzeug', options()) });
    const s = open(form, { answers: { alter: 20, fahrzeug: 'auto' } });
    expect(fieldAt(s, '/fahrzeug')?.options?.map(({ value, selected }) => `${value} ${selected}`)).toEqual([
      'rad false',
      'auto true',
      'nichts false',
    ]);
    s.send({ type: 'answer', at: '/alter', value: 16 });
    expect(fieldAt(s, '/fahrzeug')).toMatchObject({ value: null });
    expect(fieldAt(s, '/fahrzeug')?.options).toHaveLength(2);
    s.send({ type: 'answer', at: '/alter', value: 18 });
    expect(fieldAt(s, '/fahrzeug')).toMatchObject({ value: 'auto' });
  });

  test('in a list it is left out, and an exclusive option stands alone', () => {
    const form = onePage({
      alter: number('Alter'),
      fahrzeuge: { type: 'array', title: 'Fahrzeuge', items: text('', options()) },
    });
    expect(judge(form, { alter: 3, fahrzeuge: ['auto', 'rad'] }).submission).toEqual({ alter: 3, fahrzeuge: ['rad'] });
    expect(judge(form, { alter: 30, fahrzeuge: ['nichts', 'rad'] }).problems).toEqual(['/fahrzeuge check:exclusive']);
    expect(judge(form, { alter: 30, fahrzeuge: ['nichts'] }).problems).toEqual([]);
  });

  test('a list of chosen values is a list to expressions', () => {
    const form = onePage({
      fahrzeuge: { type: 'array', title: 'Fahrzeuge', items: text('', { oneOf: [{ const: 'rad', title: 'Rad' }] }) },
      zahl: number('Zahl', { value: "count(fahrzeuge) + ('rad' in fahrzeuge ? 10 : 0)" }),
    });
    expect(judge(form, {}).values['/zahl']).toBe(0);
    expect(judge(form, { fahrzeuge: ['rad'] }).values['/zahl']).toBe(11);
  });
});

describe('prefill', () => {
  const form = onePage({
    heute: text('Heute', { format: 'date', prefill: 'today' }),
    ort: text('Ort', { prefill: 'query.utm.ort', maxLength: 5 }),
    hunde: {
      type: 'array',
      title: 'Hunde',
      items: { type: 'object', properties: { seit: text('Seit', { prefill: 'today' }), name: text('Name') } },
    },
  });

  test('fills unanswered leaves, once, and drops what is invalid', () => {
    const s = open(form, { query: { 'utm.ort': 'Ulm' } });
    expect(s.submission().answers).toEqual({ heute: today, ort: 'Ulm' });
    s.send({ type: 'answer', at: '/ort', value: null });
    const restored = open(form, { query: { 'utm.ort': 'Ulm' }, snapshot: s.persist() });
    expect(restored.submission().answers).toEqual({ heute: today });
    expect(open(form, { query: { 'utm.ort': 'Donaueschingen' } }).submission().answers).toEqual({ heute: today });
    expect(open(form, { answers: { heute: '2026-01-01' } }).submission().answers).toEqual({ heute: '2026-01-01' });
  });

  test('fills a new entry, which still counts as blank', () => {
    const s = open(form);
    s.send({ type: 'addItem', at: '/hunde' });
    expect(fieldAt(s, '/hunde/0/seit')?.value).toBe(today);
    s.send({ type: 'back' });
    expect(listAt(s, '/hunde').entries).toHaveLength(0);
  });

  test('a field on no step counts if it is filled or computed', () => {
    const hidden: FormSketch = {
      data: {
        type: 'object',
        properties: {
          a: number('A'),
          tag: text('Tag', { prefill: 'today' }),
          b: number('B', { value: 'a * 2', internal: true }),
        },
      },
      steps: [{ id: 'eins', title: 'Eins', fields: ['/a'] }],
    };
    const s = open(hidden, { answers: { a: 2 } });
    expect(s.submission().answers).toEqual({ a: 2, tag: today });
    expect(judge(hidden, { a: 2 }).values).toEqual({ '/a': 2, '/b': 4 });
  });
});

describe('lists of plain values', () => {
  const form = onePage(
    { namen: { type: 'array', title: 'Namen', minItems: 2, maxItems: 3, items: text('Name', { maxLength: 4 }) } },
    { required: ['namen'] },
  );

  test('offer the rows that are demanded, and take their answers', () => {
    const s = open(form);
    expect(listAt(s, '/namen')).toMatchObject({ layout: 'inline', canRemove: false });
    expect(listAt(s, '/namen').entries.map(({ at }) => at)).toEqual(['/namen/0', '/namen/1']);
    expect(s.send({ type: 'answer', at: '/namen/1', value: 'Rex' })).toEqual({ ok: true });
    expect(s.send({ type: 'answer', at: '/namen/2', value: 'Rex' })).toMatchObject({ ok: false });
    expect(fieldAt(s, '/namen/1')?.value).toBe('Rex');
    expect(fieldAt(s, '/namen/0')?.value).toBeNull();
    next(s);
    expect(codes(s)).toEqual(['/namen minItems']);
    s.send({ type: 'answer', at: '/namen/0', value: 'Waldi' });
    expect(codes(s)).toEqual(['/namen/0 maxLength']);
    s.send({ type: 'addItem', at: '/namen' });
    expect(listAt(s, '/namen')).toMatchObject({ canAdd: false, canRemove: true });
    s.send({ type: 'removeItem', at: '/namen/0' });
    expect(s.submission().answers).toEqual({ namen: ['Rex'] });
  });
});

describe('a check on a step, a leaf, the form', () => {
  test('stands where it points, else at the step, the leaf, the form', () => {
    const sketch: FormSketch = {
      data: {
        type: 'object',
        properties: {
          a: number('A', { checks: [{ id: 'gerade', assert: 'a % 2 == 0', message: 'Gerade bitte.' }] }),
          b: number('B'),
        },
      },
      steps: [
        { id: 'eins', title: 'Eins', fields: ['/a'] },
        {
          id: 'zwei',
          title: 'Zwei',
          when: 'a > 0',
          fields: ['/b'],
          checks: [
            { id: 'mehr', assert: 'b > a', at: '/b', message: 'Mehr bitte.' },
            { id: 'wenig', assert: 'b < 100', message: 'Weniger bitte.' },
          ],
        },
      ],
      checks: [{ id: 'summe', assert: 'a + b != 13', message: 'Keine 13.' }],
    };
    expect(judge(sketch, { a: 3 }).problems).toEqual(['/a check:gerade']);
    expect(judge(sketch, { a: 4, b: 2 }).problems).toEqual(['/b check:mehr']);
    expect(judge(sketch, { a: 4, b: 200 }).problems).toEqual([' check:wenig']);
    expect(judge(sketch, { a: 4, b: 9 }).problems).toEqual([' check:summe']);
    expect(judge(sketch, { a: -2, b: 200 }).problems).toEqual([]);
    const s = open(sketch, { answers: { a: 4, b: 200 } });
    next(s);
    next(s);
    expect(s.view().problems.map(({ at, message }) => `${at} ${message}`)).toEqual([' Weniger bitte.']);
    s.send({ type: 'answer', at: '/b', value: 9 });
    next(s);
    expect(s.view().problems).toEqual([]);
    s.send({ type: 'submit' });
    expect(s.view()).toMatchObject({ status: 'summary', problems: [{ at: '', message: 'Keine 13.' }] });
  });
});
