import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { holidayCare } from '../../test/holiday-care.ts';
import { compile, type FormSketch, program } from '../../test/support.ts';

const errors = (sketch: FormSketch) =>
  compile(sketch)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, file, at }) => `${code} ${file}#${at}`);

const page = (id: string, more: JsonObject = {}): JsonObject => ({ id, title: id, fields: [`/${id}`], ...more });
const section = (id: string, more: JsonObject = {}): JsonObject => ({ id, title: id, ...more });

/** A form with the fields a, b, c. */
const sketch = (sections: JsonObject[], steps: JsonObject[]): FormSketch =>
  ({
    data: {
      type: 'object',
      properties: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { type: 'string', title: name }])),
    },
    sections,
    steps,
  }) as unknown as FormSketch;

describe('sections', () => {
  test('stand in the program, with a task list first and their conditions in their steps', () => {
    const { program: compiled } = program(holidayCare);
    expect(compiled.sections.map(({ id, after }) => [id, after])).toContainEqual(['beitrag', ['kinder']]);
    expect(compiled.steps[0]).toMatchObject({ id: 'tasks', kind: 'tasks' });
    expect(compiled.steps.find(({ id }) => id === 'nachweis')).toMatchObject({
      section: 'beitrag',
      when: ['get', { base: 'define', name: 'section:beitrag' }, []],
    });
    expect(compiled.texts.de).toMatchObject({
      'section:eltern#title': { kind: 'line' },
      'section:eltern#description': { kind: 'tree' },
    });
  });

  test('are translated', () => {
    const { program: compiled } = program(holidayCare, { en: { 'section:eltern#title': { text: 'About you' } } });
    expect(compiled.texts.en?.['section:eltern#title']).toEqual({ kind: 'line', parts: ['About you'] });
  });

  test('a form without has no task list', () => {
    const { program: compiled } = program(sketch([], [page('a'), page('b'), page('c')]));
    expect(compiled).toMatchObject({ sections: [] });
    expect(compiled.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'summary']);
  });

  test.each<[string, FormSketch, string[]]>([
    [
      'unknown',
      sketch(
        [section('x', { after: ['y'] })],
        [page('a', { section: 'x' }), page('b', { section: 'z' }), page('c', { section: 'x' })],
      ),
      [
        'section-unknown form.json#/sections/0/after/0',
        'section-unknown form.json#/steps/1/section',
        'section-missing form.json#/steps/1',
      ],
    ],
    [
      'not named by a page',
      sketch([section('x')], [page('a', { section: 'x' }), page('b'), page('c', { section: 'x' })]),
      ['section-missing form.json#/steps/1'],
    ],
    [
      'named in a form that has none',
      sketch([], [page('a', { section: 'x' }), page('b'), page('c')]),
      ['section-unknown form.json#/steps/0/section'],
    ],
    [
      'without a step',
      sketch(
        [section('x'), section('y')],
        ['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
      ),
      ['section-empty form.json#/sections/1'],
    ],
    [
      'twice',
      sketch(
        [section('x'), section('x')],
        ['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
      ),
      ['section-twice form.json#/sections/1/id'],
    ],
    [
      'scattered',
      sketch(
        [section('x'), section('y')],
        [page('a', { section: 'x' }), page('b', { section: 'y' }), page('c', { section: 'x' })],
      ),
      ['section-scattered form.json#/steps/2/section'],
    ],
    [
      'waiting for each other',
      sketch(
        [section('x', { after: ['y'] }), section('y', { after: ['z'] }), section('z', { after: ['x'] })],
        [page('a', { section: 'x' }), page('b', { section: 'y' }), page('c', { section: 'z' })],
      ),
      ['section-circle form.json#/sections/0/after'],
    ],
    [
      'waiting for themselves',
      sketch(
        [section('x', { after: ['x'] })],
        ['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
      ),
      ['section-circle form.json#/sections/0/after'],
    ],
    [
      'waiting for the one that sends',
      sketch(
        [section('x', { after: ['y'] }), section('y')],
        [
          ...['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
          { id: 'ende', kind: 'summary', title: 'Ende', section: 'y' },
        ],
      ),
      ['section-circle form.json#/sections/0/after'],
    ],
    [
      'with a condition around the summary',
      sketch(
        [section('x'), section('y', { when: "a == 'x'" })],
        [
          ...['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
          { id: 'ende', kind: 'summary', title: 'Ende', section: 'y' },
        ],
      ),
      ['summary-with-condition form.json#/steps/3/section'],
    ],
    [
      'with a wrong condition',
      sketch(
        [section('x', { when: 'd == 1' })],
        ['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
      ),
      ['expression-unknown-name form.json#/sections/0/when'],
    ],
    [
      'whose condition depends on what stands in them',
      sketch(
        [section('x', { when: "a == 'x'" })],
        ['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
      ),
      ['cycle form.json#/sections/0/when'],
    ],
  ])('are refused: %s', (_, form, expected) => {
    expect(errors(form)).toEqual(expected);
  });

  test.each<[string, FormSketch, string[]]>([
    [
      'without sections',
      sketch([], [{ id: 'liste', kind: 'tasks', title: 'L' }, page('a'), page('b'), page('c')]),
      ['tasks-without-sections form.json#/steps/0'],
    ],
    [
      'that does not come first',
      sketch(
        [section('x')],
        [
          page('a', { section: 'x' }),
          { id: 'liste', kind: 'tasks', title: 'L' },
          ...['b', 'c'].map((id) => page(id, { section: 'x' })),
        ],
      ),
      ['tasks-not-first form.json#/steps/1'],
    ],
    [
      'that asks something',
      sketch(
        [section('x')],
        [
          { id: 'liste', kind: 'tasks', title: 'L', fields: ['/a'] },
          ...['a', 'b', 'c'].map((id) => page(id, { section: 'x' })),
        ],
      ),
      ['step-only-texts form.json#/steps/0/fields/0'],
    ],
  ])('a task list is refused %s', (_, form, expected) => {
    expect(errors(form)).toEqual(expected);
  });
});
