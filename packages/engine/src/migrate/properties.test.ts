import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onePage, program, today } from '../../test/support.ts';
import type { PersistedSession } from '../index.ts';
import { createSession } from '../index.ts';
import { type MigratedDraft, migrateDraft } from './index.ts';

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });

/** A bit of every kind of field, so that random answers meet all of them. */
const properties: JsonObject = {
  a: text('A'),
  b: { type: 'integer', title: 'B', minimum: 3 },
  c: { type: 'boolean', title: 'C' },
  d: text('D', {
    oneOf: [
      { const: 'x', title: 'X' },
      { const: 'y', title: 'Y' },
    ],
  }),
  e: {
    type: 'array',
    title: 'E',
    items: {
      type: 'string',
      oneOf: [
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
      ],
    },
  },
  f: { type: 'object', properties: { a: text('FA'), b: text('FB', { when: "self.a == 'x'" }) } },
  g: {
    type: 'array',
    title: 'G',
    maxItems: 2,
    items: { type: 'object', properties: { a: text('GA'), b: { type: 'number', title: 'GB' } } },
  },
  h: { type: 'array', title: 'H', items: text('H') },
  i: { $ref: 'block:file', title: 'I' },
  j: { type: 'integer', title: 'J', value: 'b * 2' },
};

const migration = {
  from: ['1.0.0'],
  old: { '/a': 'string', '/b': 'number', '/k/*/a': 'string', '/m': 'date' },
  move: { '/a': '/f/a', '/f/b': '/a', '/k': '/g', '/g/*/b': '/h/*', '/l': '/g/0', '/g/1/a': '/d' },
  split: {
    '/n': { pattern: '^(?:(\\w*) (\\w*))$', into: ['/f/b', '/e'] },
    '/h/*': { pattern: '^(?:(.*))$', into: ['/g/*/a'] },
  },
  set: { '/b': 'b + 1', '/c': 'm < today()', '/g/*/b': 'size(self.a)' },
  map: { '/d': { a: 'x' }, '/e': { a: 'y' } },
  drop: ['/o', '/f/c'],
};

const names = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'i',
  'j',
  'k',
  'l',
  'm',
  'n',
  'o',
  '__proto__',
  'constructor',
  '0',
];
const { answers } = fc.letrec<{ answers: JsonObject; value: JsonValue }>((tie) => ({
  answers: fc
    .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 8 })
    .map((members) => Object.fromEntries(members)),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>('x', 'y', 'a', 'a b', '', 'zwölf', '7', null, true, false, 0, 7, -1.5, '2026-02-01'),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('answers'),
  ),
}));

const snapshotOf = (given: JsonObject, version = '1.0.0'): PersistedSession => ({
  format: 1,
  form: { id: 'probe', version, hash: '' },
  language: 'de',
  today,
  answers: given,
  flow: { step: 'seite', left: ['seite', 'g@/g/0'], fromSummary: true },
});

function* leaves(value: JsonValue, at = ''): Generator<readonly [string, JsonValue]> {
  if (value === null) return;
  if (typeof value !== 'object') yield [at, value];
  else
    for (const [name, inner] of Object.entries(value))
      yield* leaves(inner as JsonValue, `${at}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`);
}

/** Older leaves that are neither among the new answers nor in the report. */
function forgotten(given: JsonObject, { snapshot, report }: MigratedDraft): string[] {
  const kept = [...leaves(snapshot.answers)].map(([, value]) => value);
  const places = report.flatMap(({ at }) => (at === undefined ? [] : [at]));
  return [...leaves(given)].flatMap(([at, value]) => {
    const told = places.some((place) => at === place || at.startsWith(`${place}/`));
    // The session itself writes texts in NFC, without space around, and nothing for nothing.
    const text = typeof value === 'string' ? value.trim().normalize('NFC').trim() : value;
    return told || text === '' || kept.includes(text) ? [] : [at];
  });
}

describe('whatever the older answers are', () => {
  const { program: compiled, validate } = program(
    onePage(properties, { version: '1.1.0', migrations: [migration] as never }),
  );

  test('they are in the new draft or in the report, and the draft can be gone on with', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('1.0.0', '0.9.0'), (given, version) => {
        const migrated = migrateDraft(compiled, snapshotOf(given, version), { validate });
        expect(forgotten(given, migrated)).toEqual([]);
        const session = createSession(compiled, { validate, today, snapshot: migrated.snapshot });
        expect(session.persist()).toEqual(migrated.snapshot);
        session.dispose();
        expect(migrated.report.every(({ lost, to }) => lost || to !== undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('deep ones too', () => {
    let deep: JsonValue = 'x';
    for (let depth = 0; depth < 5000; depth++) deep = depth % 2 ? [deep] : { a: deep };
    const { report } = migrateDraft(compiled, snapshotOf({ a: deep, z: deep }), { validate });
    expect(report.map(({ code, at }) => `${code} ${at?.slice(0, 2)}`)).toContain('no-field /z');
  });
});

test('nothing is lost on the way to a version with the same fields', () => {
  const older = program(onePage(properties, { version: '1.0.0' }));
  const newer = program(onePage(properties, { version: '1.0.1' }));
  const pointers = ['/a', '/b', '/c', '/d', '/e', '/f/a', '/f/b', '/g/0/a', '/g/0/b', '/g/1/a', '/h/0', '/h/1', '/i'];
  const right: Record<string, fc.Arbitrary<JsonValue>> = {
    '/c': fc.boolean(),
    '/d': fc.constantFrom('x', 'y'),
    '/e': fc.constantFrom<JsonValue>(['x'], ['x', 'y']),
    '/i': fc.constant({ id: '1', name: 'a.pdf', type: 'application/pdf', size: 1 }),
  };
  const answer = fc.constantFrom(...pointers).chain((at) =>
    fc.tuple(
      fc.constant(at),
      right[at] ??
        // Digits typed as text become the number they are.
        fc.oneof(
          fc.string().filter((typed) => Number.isNaN(Number(typed))),
          fc.constant('zwölf'),
          ...(at === '/b' || at === '/g/0/b' ? [fc.integer()] : []),
        ),
    ),
  );
  fc.assert(
    fc.property(fc.array(answer), fc.nat(2), (given, entries) => {
      const options = { validate: older.validate, today };
      const session = createSession(older.program, options);
      for (let count = 0; count < entries; count++) session.send({ type: 'addItem', at: '/g' });
      session.send({ type: 'addItem', at: '/h' });
      for (const [at, value] of given) session.send({ type: 'answer', at, value });
      const snapshot = session.persist();
      session.dispose();
      const { snapshot: migrated, report } = migrateDraft(newer.program, snapshot, {
        validate: newer.validate,
        before: older.validate,
      });
      // Blank rows of plain values hold nothing.
      const { h, ...others } = snapshot.answers;
      const rows = Array.isArray(h) ? h.filter((row) => row !== null) : [];
      expect(migrated.answers).toEqual({ ...others, ...(rows.length > 0 ? { h: rows } : {}) });
      expect(report).toEqual([]);
    }),
  );
});
