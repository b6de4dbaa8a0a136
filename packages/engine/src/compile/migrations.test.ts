import type { JsonObject, JsonValue } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { compile, onePage } from '../../test/support.ts';

const form = (migrations: readonly JsonObject[], version = '2.0.0') =>
  compile({
    version,
    migrations: migrations as never,
    ...onePage({
      vorname: { type: 'string', title: 'Vorname' },
      alter: { type: 'integer', title: 'Alter' },
      doppelt: { type: 'integer', title: 'Doppelt', value: '2 * alter' },
      wohnort: {
        type: 'string',
        title: 'Wohnort',
        oneOf: [
          { const: 'ja', title: 'Ja' },
          { const: 'nein', title: 'Nein' },
        ],
      },
      hunde: {
        type: 'array',
        title: 'Hunde',
        items: {
          type: 'object',
          properties: { name: { type: 'string', title: 'Name' }, rasse: { type: 'string', title: 'Rasse' } },
        },
      },
    }),
  });

/** What is wrong, as `code pointer`, of one migration from 1.0.0. */
const problemsOf = (migration: JsonObject) =>
  form([{ from: ['1.0.0'], ...migration }]).problems.map(
    ({ code, at }) => `${code} ${at.replace('/migrations/0', '')}`,
  );

describe('migrations', () => {
  test('are compiled: places as written, expressions as trees over the declared older answers', () => {
    const { program, problems } = form([
      {
        from: ['1.0.0'],
        to: '1.1.0',
        move: { '/a/b': '/irgendwas/*/c'.replace('/*', '/0') },
      },
      {
        from: ['1.1.0', '1.1.1'],
        old: { '/tiere/*/art': 'string', '/geboren': 'date' },
        move: { '/tiere': '/hunde' },
        split: { '/name': { pattern: '^(?:(\\S+) .*)$', into: ['/vorname'] } },
        set: { '/alter': 'age(geboren)', '/hunde/*/rasse': 'lower(self.art)' },
        map: { '/wohnort': { muenchen: 'ja' } },
        drop: ['/fax'],
      },
    ]);
    expect(problems).toEqual([]);
    expect(program?.migrations).toMatchObject([
      { from: ['1.0.0'], to: '1.1.0', move: [{ from: '/a/b', to: '/irgendwas/0/c' }] },
      {
        to: '2.0.0',
        split: [{ from: '/name', into: ['/vorname'] }],
        set: [
          { to: '/alter', reads: ['/geboren'] },
          { to: '/hunde/*/rasse', entry: '/tiere/*', reads: ['/tiere/*/art'] },
        ],
        map: [{ at: '/wohnort', constants: [['muenchen', 'ja']] }],
        drop: ['/fax'],
      },
    ]);
    expect(form([]).program).not.toHaveProperty('migrations');
  });

  test.each<[string, JsonObject, string[]]>([
    ['an unknown place', { move: { '/name': '/vornahme' } }, ['migration-place-unknown /move/~1name']],
    [
      'an unknown place in a list',
      { set: { '/hunde/*/farbe': "'rot'" } },
      ['migration-place-unknown /set/~1hunde~1*~1farbe'],
    ],
    ['a computed place', { move: { '/a': '/doppelt' } }, ['migration-place-computed /move/~1a']],
    ['a list as one answer', { set: { '/hunde': '1' } }, ['migration-place-group /set/~1hunde']],
    ['two answers to one place', { move: { '/a': '/vorname', '/b': '/vorname' } }, ['migration-place-twice /move/~1b']],
    ['an answer taken twice', { move: { '/a': '/vorname' }, drop: ['/a'] }, ['migration-source-twice /drop/0']],
    ['entries from nowhere', { move: { '/a': '/hunde/*/name' } }, ['migration-entries /move/~1a']],
    ['entries to nowhere', { move: { '/tiere/*/name': '/vorname' } }, ['migration-entries /move/~1tiere~1*~1name']],
    [
      'an unknown older name',
      { old: { '/alt': 'number' }, set: { '/alter': 'alter' } },
      ['expression-unknown-name /set/~1alter'],
    ],
    ['a wrong type', { old: { '/alt': 'string' }, set: { '/alter': 'alt' } }, ['expression-result /set/~1alter']],
    ['a named expression of this version', { set: { '/alter': 'today()' } }, ['expression-result /set/~1alter']],
    [
      'an older answer within another',
      { old: { '/a': 'string', '/a/b': 'string' } },
      ['migration-old-twice /old/~1a~1b'],
    ],
    ['a constant that is no option', { map: { '/wohnort': { a: 'jaa' } } }, ['migration-constant /map/~1wohnort/a']],
    [
      'a pattern that matches a part',
      { split: { '/a': { pattern: '(.+) .+', into: ['/vorname'] } } },
      ['expression-pattern /split/~1a/pattern'],
    ],
    [
      'more groups than places',
      { split: { '/a': { pattern: '^(?:(.+) (.+))$', into: ['/vorname'] } } },
      ['migration-split-groups /split/~1a'],
    ],
    ['a step back', { from: ['2.0.0'] }, ['migration-order /from/0']],
    ['a version after this one', { to: '3.0.0' }, ['migration-too-new /to']],
    ['a way that ends before this version', { to: '1.1.0' }, ['migration-no-end /to']],
  ])('are refused: %s', (_, migration, problems) => {
    expect(problemsOf(migration)).toEqual(problems);
  });

  test('are refused: two ways from one version', () => {
    const { problems } = form([{ from: ['1.0.0'] }, { from: ['1.1.0', '1.0.0'] }]);
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['migration-twice /migrations/1/from/1']);
  });

  test('may swap answers: all are taken before any is put', () => {
    const { problems } = compile({
      version: '1.1.0',
      migrations: [{ from: ['1.0.0'], move: { '/a': '/b', '/b': '/a' } }],
      ...onePage({ a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B' } }),
    });
    expect(problems).toEqual([]);
  });

  test('of any shape never break the compiler', () => {
    for (const migrations of [
      5,
      [5],
      [{}],
      [{ from: 1, move: { '/a': 1 }, split: [], set: { '': '' }, map: { x: 1 } }],
    ]) {
      compile({ ...onePage({}), migrations: migrations as JsonValue as never });
    }
  });
});
