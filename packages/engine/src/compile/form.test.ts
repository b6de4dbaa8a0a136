import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dogTax } from '../../test/dog-tax.ts';
import { compile, type FormSketch, onePage, program, start } from '../../test/support.ts';

const errors = (sketch: FormSketch) =>
  compile(sketch)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, file, at }) => `${code} ${file}#${at}`);

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });

/** A form with a page, and more steps. */
const withSteps = (properties: JsonObject, steps: JsonObject[]): FormSketch => ({
  data: { type: 'object', properties },
  steps: steps as unknown as NonNullable<FormSketch['steps']>,
});

describe('a compiled form', () => {
  const { program: compiled } = program(dogTax);

  test('is frozen JSON', () => {
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
    expect(Object.isFrozen(compiled.root.members[0])).toBe(true);
  });

  test('has a hash that follows its content', () => {
    expect(program(dogTax).program.hash).toBe(compiled.hash);
    expect(program({ ...dogTax, title: 'Anders' }).program.hash).not.toBe(compiled.hash);
  });

  test('computes everything after what it reads', () => {
    const { order } = compiled;
    const place = (unit: string) => order.indexOf(unit);
    expect(place('d:kampfhundDabei')).toBeGreaterThan(place('r:/hunde/*/kampfhund'));
    expect(place('v:/steuer')).toBeGreaterThan(place('d:kampfhundDabei'));
    expect(place('r:/befreiung')).toBeGreaterThan(place('s:ausnahme'));
    expect(order).not.toContain('r:/wohnort');
  });

  test('knows which step asks what', () => {
    const asks = Object.fromEntries(compiled.steps.map((step) => [step.id, step.asks]));
    expect(asks['hund-einzeln']).toEqual(['/hunde/*/chip']);
    expect(asks.hunde).toContain('/hunde');
    expect(asks.hunde).not.toContain('/hunde/*/chip');
    expect(compiled.steps.find(({ id }) => id === 'zustaendigkeit')?.titleIsLabel).toBe(true);
  });

  test('lists its leaves', () => {
    expect(compiled.leaves.find(({ template }) => template === '/steuer')).toMatchObject({
      type: 'integer',
      unit: 'EUR-cent',
      computed: true,
    });
  });

  test('gets a summary where it has none, before an exit that hands over', () => {
    const ids = (steps: JsonObject[]) =>
      program({ ...withSteps({ a: text('A') }, steps), services: { amt: { kind: 'handover' } } }).program.steps.map(
        ({ id }) => id,
      );
    expect(ids([{ id: 'eins', title: 'E', fields: ['/a'] }])).toEqual(['eins', 'summary']);
    expect(
      ids([
        { id: 'summary', title: 'E', fields: ['/a'] },
        { id: 'weiter', kind: 'exit', title: 'W', handover: 'amt' },
      ]),
    ).toEqual(['summary', 'summary-', 'weiter']);
  });
});

describe('what is wrong is reported where it stands', () => {
  test.each<[string, FormSketch, string[]]>([
    [
      'an expression',
      onePage({ a: text('A'), b: text('B', { when: 'c == 1' }) }),
      ['expression-unknown-name form.json#/data/properties/b/when'],
    ],
    [
      'a type in an expression',
      onePage({ a: text('A'), b: text('B', { when: 'a > 3' }) }),
      ['expression-compare form.json#/data/properties/b/when'],
    ],
    [
      'a condition that is none',
      onePage({ a: text('A', { when: '1 + 1' }) }),
      ['expression-result form.json#/data/properties/a/when'],
    ],
    [
      'a define',
      onePage({ a: text('A', { when: 'x' }) }, { define: { x: 'y > 1' } }),
      ['expression-unknown-name form.json#/define/x'],
    ],
    [
      'a pointer of a step',
      withSteps({ a: text('A') }, [{ id: 'eins', title: 'E', fields: ['/a', '/b'] }]),
      ['pointer-unknown form.json#/steps/0/fields/1'],
    ],
    [
      'a field on no step',
      withSteps({ a: text('A'), b: text('B') }, [{ id: 'eins', title: 'E', fields: ['/a'] }]),
      ['field-on-no-step form.json#/data/properties/b'],
    ],
    [
      'two steps of one name',
      withSteps({ a: text('A') }, [
        { id: 'eins', title: 'E', fields: ['/a'] },
        { id: 'eins', title: 'E', fields: [] },
      ]),
      ['step-twice form.json#/steps/1/id'],
    ],
    [
      'two text blocks of one name',
      withSteps({ a: text('A') }, [
        { id: 'eins', title: 'E', fields: [{ id: 't', text: 'T' }, '/a', { id: 't', text: 'T' }] },
      ]),
      ['text-twice form.json#/steps/0/fields/2/id'],
    ],
    [
      'a field twice on a step',
      withSteps({ a: text('A') }, [{ id: 'eins', title: 'E', fields: ['/a', '/a'] }]),
      ['placed-twice form.json#/steps/0/fields/1'],
    ],
    [
      'fields on an exit',
      withSteps({ a: text('A') }, [
        { id: 'eins', title: 'E', fields: ['/a'] },
        { id: 'aus', kind: 'exit', title: 'A', when: "a == 'x'", fields: ['/a'] },
      ]),
      ['step-only-texts form.json#/steps/1/fields/0'],
    ],
    [
      'an exit for everybody',
      withSteps({ a: text('A') }, [
        { id: 'eins', title: 'E', fields: ['/a'] },
        { id: 'aus', kind: 'exit', title: 'A' },
      ]),
      ['exit-for-everybody form.json#/steps/1'],
    ],
    [
      'a page after the summary',
      withSteps({ a: text('A') }, [
        { id: 'pruefen', kind: 'summary', title: 'P' },
        { id: 'eins', title: 'E', fields: ['/a'] },
      ]),
      ['after-summary form.json#/steps/1'],
    ],
    [
      'two summaries',
      withSteps({ a: text('A') }, [
        { id: 'eins', title: 'E', fields: ['/a'] },
        { id: 'p1', kind: 'summary', title: 'P' },
        { id: 'p2', kind: 'summary', title: 'P' },
      ]),
      ['summary-twice form.json#/steps/2'],
    ],
    [
      'a repeated step over what is no list',
      withSteps({ a: text('A') }, [{ id: 'eins', forEach: '/a', title: 'E', fields: ['/a'] }]),
      [
        'for-each-not-a-list form.json#/steps/0/forEach',
        'pointer-outside-for-each form.json#/steps/0/fields/0',
        'field-on-no-step form.json#/data/properties/a',
      ],
    ],
    [
      'an unknown service',
      onePage({ a: text('A', { service: 'termin' }) }),
      ['service-unknown form.json#/data/properties/a/service'],
    ],
    [
      'a name that hides a define',
      onePage({ a: text('A') }, { define: { a: '1 + 1' } }),
      ['name-hides form.json#/define/a'],
    ],
    [
      'a required field that is missing',
      onePage({ a: { type: 'object', title: 'A', properties: { b: text('B') }, required: ['c'] } }),
      ['required-unknown form.json#/data/properties/a/required/0'],
    ],
    [
      'a check that points nowhere',
      onePage({ a: text('A') }, { checks: [{ id: 'x', assert: "a == 'x'", at: 'b', message: 'M' }] }),
      ['check-at-unknown form.json#/checks/0/at'],
    ],
    [
      'an interpolation',
      onePage({ a: text('A {{b}}') }),
      ['expression-unknown-name form.json#/data/properties/a/title'],
    ],
    [
      'an amount that is no number',
      onePage({ a: text('A') }, { services: { g: { kind: 'payment', amount: 'a', purpose: 'P' } } }),
      ['expression-result form.json#/services/g/amount'],
    ],
  ])('%s', (_, sketch, expected) => {
    expect(errors(sketch)).toEqual(expected);
  });

  test('in $defs, at its definition, once for all uses', () => {
    const sketch = onePage({ a: { $ref: '#/$defs/g' }, b: { $ref: '#/$defs/g' } });
    const data = {
      ...sketch.data,
      $defs: { g: { type: 'object', title: 'G', properties: { x: text('X', { when: 'self.y' }) } } },
    };
    expect(errors({ ...sketch, data })).toEqual([
      'expression-unknown-member form.json#/data/$defs/g/properties/x/when',
    ]);
  });

  test('$defs and blocks see nothing but self, item and index', () => {
    const sketch = onePage({ a: { $ref: '#/$defs/g' }, oben: text('Oben') });
    const data = {
      ...sketch.data,
      $defs: { g: { type: 'object', title: 'G', properties: { x: text('X', { when: "oben == 'x'" }) } } },
    };
    expect(errors({ ...sketch, data })).toEqual(['expression-unknown-name form.json#/data/$defs/g/properties/x/when']);
  });

  test('all at once', () => {
    const sketch = onePage({ a: text('A', { when: 'x' }), b: text('B', { value: 'y' }) }, { define: { d: '1 +' } });
    expect(errors(sketch)).toHaveLength(3);
  });
});

describe('cycles', () => {
  const cycle = (sketch: FormSketch) =>
    compile(sketch)
      .problems.filter(({ code }) => code === 'cycle')
      .map(({ params }) => params.cycle);

  test.each<[string, FormSketch, string]>([
    [
      'of conditions',
      onePage({ a: text('A', { when: 'answered(b)' }), b: text('B', { when: 'answered(a)' }) }),
      '/a (when) → /b → /b (when) → /a → /a (when)',
    ],
    [
      'of values',
      onePage({ a: { type: 'integer', title: 'A', value: 'b' }, b: { type: 'integer', title: 'B', value: 'a' } }),
      '/a → /b → /a',
    ],
    ['of defines', onePage({ a: text('A') }, { define: { x: 'y', y: 'x' } }), 'x → y → x'],
    [
      'through a step',
      withSteps({ a: text('A'), b: text('B') }, [
        { id: 'eins', title: 'E', fields: ['/a'] },
        { id: 'zwei', title: 'Z', when: "b == 'x'", fields: ['/b'] },
      ]),
      'zwei (step) → /b → /b (when) → zwei (step)',
    ],
    [
      'of an entry with its list',
      onePage({
        l: {
          type: 'array',
          title: 'L',
          items: { type: 'object', properties: { x: { type: 'integer', title: 'X', value: 'sum(l.map(e, e.x))' } } },
        },
      }),
      '/l/*/x → /l/*/x',
    ],
  ])('%s are named', (_, sketch, expected) => {
    expect(cycle(sketch)).toEqual([expected]);
  });

  test('a count of entries inside an entry is none', () => {
    const sketch = onePage({
      l: {
        type: 'array',
        title: 'L',
        items: { type: 'object', properties: { x: { type: 'integer', title: 'X', value: 'count(l)' } } },
      },
    });
    expect(errors(sketch)).toEqual([]);
  });
});

describe('translations', () => {
  test('are checked like the texts they translate, in their file', () => {
    const { problems } = compile(onePage({ a: text('A') }), { en: { '/a#title': { text: 'A {{nope}}' } } });
    expect(problems.map(({ code, file, at }) => `${code} ${file}#${at}`)).toEqual([
      'expression-unknown-name locales/en.json#/~1a#title',
    ]);
  });
});

test('whatever the definition, the compiler reports and never throws', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const keyword = fc.constantFrom(
    ...[
      'type',
      'title',
      'when',
      'value',
      'requiredWhen',
      'properties',
      'items',
      'required',
      'oneOf',
      'checks',
      'as',
      'minItems',
      'control',
      'messages',
      'options',
      'unit',
      'format',
      'prefill',
    ],
  );
  const { schema } = fc.letrec((tie) => ({
    schema: fc.dictionary(
      keyword,
      fc.oneof(
        scalar,
        fc.constantFrom('object', 'array', 'string', 'a', 'self.a > 1'),
        fc.array(scalar),
        tie('named'),
        tie('schema'),
      ),
      { maxKeys: 5 },
    ),
    named: fc.dictionary(fc.constantFrom('a', 'b', 'self', '__proto__'), tie('schema'), { maxKeys: 3 }),
  }));
  const step = fc.record(
    {
      id: scalar,
      kind: fc.constantFrom('exit', 'summary', 'page', 7),
      title: scalar,
      when: scalar,
      forEach: fc.constantFrom('/a', '/a/b', 7),
      fields: fc.array(
        fc.oneof(scalar, fc.constantFrom('/a', '/b', '/a/*/b'), fc.record({ id: scalar, text: scalar })),
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(schema, fc.array(step, { maxLength: 3 }), fc.anything(), (data, steps, services) => {
      const sketch = { data: { type: 'object', properties: data }, steps, services } as unknown as FormSketch;
      expect(Array.isArray(compile(sketch).problems)).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('a definition nested beyond reason is refused', () => {
  let data: JsonObject = text('A');
  for (let depth = 0; depth < 5000; depth++) data = { type: 'object', properties: { a: data } };
  expect(() => errors({ data })).not.toThrow();
});

describe('what is deep without end', () => {
  const nested = (levels: number, wrap: (inner: JsonValue) => JsonObject): JsonObject => {
    let inner: JsonValue = { type: 'string', title: 'T' };
    for (let level = 0; level < levels; level++) inner = wrap(inner);
    return inner as JsonObject;
  };

  test.each<[string, (inner: JsonValue) => JsonObject]>([
    ['groups', (x) => ({ type: 'object', properties: { x } })],
    ['lists', (x) => ({ type: 'array', items: { type: 'object', properties: { x } } })],
  ])('%s in 10,000 levels are one problem with a code', (_, wrap) => {
    const { problems } = compile(onePage({ x: nested(10_000, wrap) }));
    expect(problems.map(({ code }) => code)).toEqual(['data-too-deep']);
  });

  test('named expressions of 10,000 levels compile: they are computed one after the other', () => {
    const define = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`d${index}`, index === 0 ? "x == 'ja'" : `!d${index - 1}`]),
    );
    const form = onePage(
      { x: { type: 'string', title: 'X' }, y: { type: 'string', title: 'Y', when: 'd9999' } },
      { define },
    );
    const session = start(form, { answers: { x: 'nein', y: 'y' } });
    expect(session.submission().answers).toEqual({ x: 'nein', y: 'y' });
    session.send({ type: 'answer', at: '/x', value: 'ja' });
    expect(session.submission().answers).toEqual({ x: 'ja' });
    session.dispose();
  });
});
