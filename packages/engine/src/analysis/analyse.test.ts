import type { JsonObject } from '@schalter/definition';
import { describe, expect, it, vi } from 'vitest';
import { type FormSketch, onePage, program } from '../../test/support.ts';
import { analyse } from './analyse.ts';
import type { Analysis, AnalysisFinding } from './analysis.ts';
import type { Outcome } from './witness/prover.ts';

// Forms of thousands of fields: slow where others work on the same machine.
vi.setConfig({ testTimeout: 120_000 });

const options = (...values: string[]) => values.map((value) => ({ const: value, title: value }));
const text = (rest: JsonObject = {}): JsonObject => ({ type: 'string', title: 'T', ...rest });
const choice = (...values: string[]): JsonObject => text({ oneOf: options(...values) });
const number = (rest: JsonObject = {}): JsonObject => ({ type: 'integer', title: 'N', ...rest });
const yesNo = (rest: JsonObject = {}): JsonObject => ({ type: 'boolean', title: 'B', ...rest });
const date = (rest: JsonObject = {}): JsonObject => text({ format: 'date', ...rest });

function analysed(sketch: FormSketch): Analysis {
  const { form, program: compiled, validate } = program(sketch);
  return analyse(compiled, form, { validate });
}

/** Findings as short texts: code, place, and what explains it. */
function found(sketch: FormSketch): string[] {
  return analysed(sketch).findings.map(short);
}

function short({ code, at, why }: AnalysisFinding): string {
  const parts = why ? ` ${why.reason}: ${why.parts.map((part) => part.text).join(' + ')}` : '';
  return `${code} ${at}${parts}`;
}

/** A form of several pages, each with the field of its name. */
function pages(properties: JsonObject, steps: readonly JsonObject[], rest: Partial<FormSketch> = {}): FormSketch {
  const { required = [], ...form } = rest as { required?: string[] };
  return {
    data: { type: 'object', properties, required },
    steps: steps.map((step) => ({
      title: step.id,
      ...(step.kind === undefined ? { fields: [`/${step.id}`] } : {}),
      ...step,
    })) as never,
    ...form,
  };
}

/** What the analysis says of each step: reached, left, completed. */
function ways(sketch: FormSketch): Record<string, string> {
  const word = (outcome: Outcome) =>
    outcome.possible === true ? JSON.stringify(outcome.witness.answers) : String(outcome.possible);
  return Object.fromEntries(
    analysed(sketch).steps.map(({ id, reached, left, completed }) => [
      id,
      `${word(reached)} ${String(left.possible)} ${String(completed.possible)}`,
    ]),
  );
}

describe('conditions', () => {
  it.each([
    ["a == 'x' && a == 'y'", "a == 'x' + a == 'y'"],
    ["a == 'x' && b > 3 && a != 'x'", "a == 'x' + a != 'x'"],
    ["a in ['x', 'y'] && !(a == 'x') && b < 9 && a != 'y'", "a in ['x', 'y'] + !(a == 'x') + a != 'y'"],
    ['b > 3 && b < 4', 'b > 3 + b < 4'],
    ['b < 0', 'b < 0'],
    ['b == null && b > 1', 'b == null + b > 1'],
    ["d > '2026-05-01' && d < '2026-05-02'", "d > '2026-05-01' + d < '2026-05-02'"],
    ['age(d) >= 18 && age(d) < 16', 'age(d) >= 18 + age(d) < 16'],
    ['b * 3 > 10 && b * 3 < 5', 'b * 3 > 10 + b * 3 < 5'],
    ['d < today() && d > today()', 'd < today() + d > today()'],
    ['c == true && c == false', 'c == true + c == false'],
    ['count(l) == 0 && l.exists(e, answered(e.p))', 'count(l) == 0 + l.exists(e, answered(e.p))'],
    ["l.exists(e, e.p == 'x' && e.p == 'y')", "l.exists(e, e.p == 'x' && e.p == 'y')"],
    ["a.startsWith('x') && a == null", "a.startsWith('x') + a == null"],
    ['weekday(d) > 7', 'weekday(d) > 7'],
    ["'rot' in f && count(f) == 0 && !answered(f)", "'rot' in f + !answered(f)"],
  ])('%s can never be true', (when, parts) => {
    const sketch = onePage({
      a: text(),
      b: number({ minimum: 0 }),
      c: yesNo(),
      d: date(),
      f: { type: 'array', title: 'F', items: { type: 'string', oneOf: options('rot', 'blau') } },
      l: { type: 'array', title: 'L', items: { type: 'object', properties: { p: text() } } },
      z: text({ when }),
    });
    expect(found(sketch)).toEqual([`field-never-shown /data/properties/z/when conditions: ${parts}`]);
  });

  it.each([
    "a == 'x' || a != 'x'",
    'b >= 0 || b == null',
    'answered(a) || !answered(a)',
    "!(a == 'x' && a == 'y')",
    'l.all(e, answered(e.p) || !answered(e.p))',
    '1 < 2',
  ])('%s is always true', (when) => {
    const sketch = onePage({
      a: text(),
      b: number({ minimum: 0 }),
      l: { type: 'array', title: 'L', items: { type: 'object', properties: { p: text() } } },
      z: text({ when }),
    });
    expect(found(sketch)).toEqual(['condition-always-true /data/properties/z/when']);
  });

  it.each([
    "a == 'x' && b == 3",
    'age(d) >= 18 && age(d) < 67',
    'd < today() && age(d) < 1',
    'b * 3 + 1 > 100 && b < 40',
    "a.startsWith('Mün') && size(a) > 5",
    "a.matches('^(?:8\\\\d{4})$')",
    'count(l) > 3',
    "l.exists(e, e.p == 'x') && l.exists(e, e.p == 'y')",
    "l.filter(e, e.p == 'x').exists(e, e.q == 'y')",
    "count(l.filter(e, e.p == 'x')) == 2",
    'sum(l.map(e, e.n)) > 1000',
    "'rot' in f && 'blau' in f",
    "'rot' in f && !('blau' in f)",
    'b == n2 && b > 7',
    "today() > '2026-06-30'",
    'isDate(2026, b, 31)',
    'd > addMonths(today(), 3) && d < addMonths(today(), 5)',
    '!isDate(2026, b, 31)',
    'n2 > b && b > 10 && n2 < 13',
    'words(a) >= 4',
    'l[1].n > 5',
    "lower(a) == 'x'",
    'l.exists_one(e, e.n == 3)',
  ])('%s goes both ways, as answers show', (when) => {
    const sketch = onePage({
      a: text(),
      b: number({ minimum: 0 }),
      n2: number(),
      d: date(),
      f: { type: 'array', title: 'F', items: { type: 'string', oneOf: options('rot', 'blau', 'gelb') } },
      l: { type: 'array', title: 'L', items: { type: 'object', properties: { p: text(), q: text(), n: number() } } },
      z: text({ when }),
    });
    const { conditions, findings, effort } = analysed(sketch);
    expect(conditions.map(({ holds, holdsNot }) => [holds.possible, holdsNot.possible])).toEqual([[true, true]]);
    expect(findings).toEqual([]);
    expect(effort).toMatchObject({ undecided: 0, leftOut: 0 });
  });
});

describe('steps', () => {
  it('says the shortest answers that lead to each', () => {
    const sketch = pages({ a: choice('x', 'y'), b: number(), c: text(), d: text() }, [
      { id: 'a' },
      { id: 'fort', kind: 'exit', when: "a == 'y'" },
      { id: 'b', when: "a == 'x'" },
      { id: 'c', when: 'b > 4 && answered(a)' },
      { id: 'd', when: "c == 'x' || b == 3" },
    ]);
    expect(ways(sketch)).toEqual({
      a: '{} true true',
      fort: '{"a":"y"} true true',
      b: '{"a":"x"} true true',
      c: '{"a":"x","b":5} true true',
      // Shorter than by way of the page before.
      d: '{"a":"x","b":3} true true',
      summary: '{} true true',
    });
    expect(analysed(sketch).steps.every(({ reached }) => reached.possible === true && reached.witness.shortest)).toBe(
      true,
    );
    expect(found(sketch)).toEqual([]);
  });

  it('says which parts of a condition contradict each other', () => {
    const sketch = pages({ a: choice('x', 'y'), b: number(), c: text() }, [
      { id: 'a' },
      { id: 'b' },
      { id: 'c', when: "b > 1 && a == 'x' && b != 7 && a == 'y'" },
    ]);
    expect(found(sketch)).toEqual(["step-unreachable /steps/2/when conditions: a == 'x' + a == 'y'"]);
  });

  it('says what an irrelevant field has to do with it', () => {
    const sketch = pages({ a: choice('x', 'y'), b: text({ when: "a == 'x'" }), c: text() }, [
      { id: 'a' },
      { id: 'b' },
      { id: 'c', when: "a == 'y' && answered(b)" },
    ]);
    expect(found(sketch)).toEqual(["step-unreachable /steps/2/when conditions: a == 'y' + answered(b)"]);
  });

  it('says which exits take everybody before', () => {
    const sketch = pages({ a: choice('x', 'y'), b: text(), c: text() }, [
      { id: 'a' },
      { id: 'weg', kind: 'exit', when: "a == 'x'" },
      { id: 'fort', kind: 'exit', when: "a == 'y'" },
      { id: 'b', when: "a == 'y'" },
      { id: 'c', when: "a == 'x' || a == 'y'" },
    ]);
    expect(found(sketch)).toEqual([
      "step-unreachable /steps/3 exits: a == 'y' + fort",
      "step-unreachable /steps/4 exits: a == 'x' || a == 'y' + weg + fort",
    ]);
  });

  it('says when there is never anything to show, or an entry to visit', () => {
    const sketch = pages(
      {
        a: choice('x', 'y'),
        l: {
          type: 'array',
          title: 'L',
          when: "a == 'x' && a == 'y'",
          items: { type: 'object', properties: { p: text() } },
        },
        b: text({ when: "a == 'x'" }),
      },
      [{ id: 'a' }, { id: 'l' }, { id: 'je', forEach: '/l', fields: ['/l/*/p'] }, { id: 'b', when: "a == 'y'" }],
    );
    expect(found(sketch)).toEqual([
      "step-unreachable /steps/1 empty: a == 'x' + a == 'y'",
      'step-unreachable /steps/2 entries: /l',
      "step-unreachable /steps/3 empty: a == 'x' + a == 'y'",
      "field-never-shown /data/properties/l/when conditions: a == 'x' + a == 'y'",
    ]);
  });

  it('finds pages that nobody can leave: a field without any valid answer', () => {
    const sketch = pages(
      { a: text(), b: number({ minimum: 5, maximum: 3 }), c: text() },
      [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      { required: ['b'] } as never,
    );
    expect(found(sketch)).toEqual(['page-cannot-be-left /data/properties/b demands: /b']);
  });

  it.each([
    [{ minimum: 0.2, maximum: 0.8 }],
    [{ exclusiveMinimum: 3, exclusiveMaximum: 4 }],
    [{ type: 'string', minLength: 5, maxLength: 4 }],
    [{ type: 'string', oneOf: options('lang'), maxLength: 3 }],
  ])('%j leaves no answer', (rest) => {
    const sketch = onePage({ b: { title: 'B', type: 'integer', ...rest } as JsonObject }, { required: ['b'] });
    expect(found(sketch)).toEqual(['page-cannot-be-left /data/properties/b demands: /b']);
  });

  it('finds checks that are always false, and such that contradict what is required', () => {
    const check = (assert: string) => [{ id: 'p', assert, message: 'P' }];
    expect(found(onePage({ b: number({ checks: check('1 > 2') }) }))).toEqual([
      'page-cannot-be-left /data/properties/b/checks/0/assert demands: p',
      'check-always-fails /data/properties/b/checks/0/assert',
    ]);
    expect(found(onePage({ b: number({ checks: check('!answered(b)') }) }, { required: ['b'] }))).toEqual([
      'page-cannot-be-left /data/properties/b/checks/0/assert demands: p + /b',
    ]);
  });

  it('finds choices that are left without an option by what was answered before', () => {
    const o = text({
      oneOf: [
        { const: 'klein', title: 'K', when: 'n < 5' },
        { const: 'gross', title: 'G', when: 'n > 5' },
      ],
    });
    const sketch = pages({ n: number(), o }, [{ id: 'n' }, { id: 'o' }], { required: ['n', 'o'] } as never);
    const [finding, ...others] = analysed(sketch).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'page-cannot-be-left',
      at: '/data/properties/o',
      about: 'o',
      why: { reason: 'options' },
      witness: { answers: { n: 5 } },
    });
    // Not answered yet: that is no way to be stuck.
    const complete = text({
      oneOf: [
        { const: 'klein', title: 'K', when: 'n <= 5' },
        { const: 'gross', title: 'G', when: 'n > 5' },
      ],
    });
    expect(
      found(pages({ n: number(), o: complete }, [{ id: 'n' }, { id: 'o' }], { required: ['n', 'o'] } as never)),
    ).toEqual([]);
  });

  it('finds dead ends: who comes here meets a page that cannot be left', () => {
    const sketch = pages(
      {
        a: choice('x', 'y'),
        b: text(),
        c: number({ checks: [{ id: 'nur-y', assert: "a == 'y'", message: 'Nur y' }] }),
      },
      [{ id: 'a' }, { id: 'b', when: "a == 'x'" }, { id: 'c' }],
      { required: ['a'] } as never,
    );
    expect(found(sketch)).toEqual(['dead-end /steps/1 pages: c']);
    expect(ways(sketch)).toEqual({
      a: '{} true true',
      b: '{"a":"x"} true false',
      c: '{} true true',
      summary: '{} true true',
    });
  });

  it('finds steps behind a page that cannot be left on the way to them', () => {
    const sketch = pages({ a: number({ checks: [{ id: 'klein', assert: 'a < 5', message: 'K' }] }), b: text() }, [
      { id: 'a' },
      { id: 'b', when: 'a > 9' },
    ]);
    expect(found(sketch)).toEqual(['step-unreachable /steps/1 pages: a']);
  });

  it('knows what a group demands whose fields stand on several pages', () => {
    const group = {
      type: 'object',
      title: 'G',
      minProperties: 1,
      properties: { p: text({ when: "a == 'x'" }), q: text({ when: "a == 'x' && a == 'y'" }) },
    };
    const sketch: FormSketch = {
      data: { type: 'object', properties: { a: choice('x', 'y'), g: group }, required: ['g'] },
      steps: [
        { id: 'a', title: 'A', fields: ['/a', '/g/p'] },
        { id: 'b', title: 'B', fields: ['/g/q'] },
      ],
    };
    expect(found(sketch)).toEqual([
      "step-unreachable /steps/1 empty: a == 'x' + a == 'y'",
      "field-never-shown /data/properties/g/properties/q/when conditions: a == 'x' + a == 'y'",
    ]);
  });

  it('looks at the conditions of sections', () => {
    const sketch: FormSketch = {
      data: { type: 'object', properties: { a: choice('x', 'y'), b: text(), c: text() } },
      sections: [
        { id: 's', title: 'S' },
        { id: 't', title: 'T', when: "a == 'x'" },
      ],
      steps: [
        { id: 'a', title: 'A', section: 's', fields: ['/a'] },
        { id: 'b', title: 'B', section: 't', fields: ['/b'] },
        { id: 'c', title: 'C', section: 't', when: "a == 'y'", fields: ['/c'] },
      ],
    };
    const { conditions } = analysed(sketch);
    expect(conditions.map(({ kind, at, holds }) => [kind, at, holds.possible])).toEqual([
      ['section', '/sections/1/when', true],
      ['step', '/steps/2/when', true],
    ]);
    expect(found(sketch)).toEqual(["step-unreachable /steps/2/when conditions: a == 'x' + a == 'y'"]);
  });
});

describe('fields, options, values and checks', () => {
  it('finds what is never shown once, with the conditions around', () => {
    const sketch = onePage({
      a: choice('x', 'y'),
      g: {
        type: 'object',
        title: 'G',
        when: "a == 'x'",
        properties: {
          p: text({ when: "a == 'y'" }),
          q: { type: 'object', properties: { r: text() }, when: "a == 'z'" },
        },
      },
    });
    expect(found(sketch)).toEqual([
      'constant-outside-options /data/properties/g/properties/q/when',
      "field-never-shown /data/properties/g/properties/p/when conditions: a == 'y' + a == 'x'",
      "field-never-shown /data/properties/g/properties/q/when conditions: a == 'z'",
    ]);
  });

  it('finds options that are never offered, and conditions of texts, demands and services', () => {
    const sketch = onePage(
      {
        n: number({ minimum: 1 }),
        o: text({
          oneOf: [
            { const: 'k', title: 'K' },
            { const: 'g', title: 'G', when: 'n < 1' },
          ],
        }),
        t: text({ requiredWhen: 'n == 0' }),
        g: {
          type: 'object',
          title: 'G',
          properties: { h: { control: 'notice', description: 'Hinweis', when: 'n < 0' }, p: text() },
        },
      },
      { services: { gebuehr: { kind: 'payment', when: 'n < 1', amount: '1' } } as never },
    );
    expect(found(sketch)).toEqual([
      'option-never-offered /data/properties/o/oneOf/1',
      'condition-always-false /data/properties/t/requiredWhen conditions: n == 0',
      'condition-always-false /data/properties/g/properties/h/when conditions: n < 0',
      'condition-always-false /services/gebuehr/when conditions: n < 1',
    ]);
  });

  it('finds computed values that are never known', () => {
    const sketch = onePage({
      a: text(),
      b: text({ when: 'answered(a)' }),
      c: number({ value: "!answered(a) && answered(b) ? 1 : (b == 'x' ? 2 : 3)" }),
      d: number({ value: 'answered(a) ? 5 : 7', maximum: 4 }),
      e: number({ value: 'answered(a) ? 3 : 7', maximum: 4 }),
    });
    expect(found(sketch)).toEqual(['value-always-unknown /data/properties/d/value']);
  });

  it('finds checks that never fail', () => {
    const checks = [
      { id: 'immer', assert: 'self.n >= 0', message: 'I' },
      { id: 'manchmal', assert: 'self.n > 0', message: 'M' },
      { id: 'nie', assert: 'self.n < 0', message: 'N' },
    ];
    const sketch = onePage({
      g: { type: 'object', title: 'G', properties: { n: number({ minimum: 0 }) }, checks },
    });
    expect(found(sketch)).toEqual([
      'check-never-fails /data/properties/g/checks/0/assert',
      'check-always-fails /data/properties/g/checks/2/assert',
    ]);
  });

  it('keeps to what answers can be: a tick box is never false, a consent is given or not', () => {
    const sketch = onePage({
      a: yesNo({ control: 'checkbox' }),
      b: yesNo({ const: true }),
      c: text({ when: 'a == false' }),
      d: text({ when: 'b == false' }),
      e: text({ when: '!(a == true)' }),
    });
    expect(found(sketch)).toEqual([
      'field-never-shown /data/properties/c/when conditions: a == false',
      'field-never-shown /data/properties/d/when conditions: b == false',
    ]);
  });

  it('leaves undecided what it does not look into, and says so', () => {
    const sketch = onePage({
      a: number(),
      b: number(),
      z: text({ when: 'a + b > 10 && a - b > 10 && a < 0 && b < 0' }),
    });
    const { conditions, findings, effort } = analysed(sketch);
    expect(conditions[0]?.holds).toEqual({ possible: 'undecided', because: 'theory' });
    expect(findings).toEqual([]);
    expect(effort).toMatchObject({ leftOut: 0 });
    expect(effort.undecided).toBeGreaterThan(0);
  });
});

describe('large forms', () => {
  it('300 independent conditions do not multiply', () => {
    const properties: JsonObject = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        [`a${index}`, choice('x', 'y', 'z')],
        [`b${index}`, text({ when: `a${index} == 'x' || a${index} == 'y'` })],
      ]).flat() as [string, JsonObject][],
    );
    const names = Array.from({ length: 300 }, (_, index) => `a${index} == 'x'`);
    const every = names.slice(0, 100).join(' && ');
    const any = names.slice(100, 200).join(' || ');
    const sketch = onePage({ ...properties, z: text({ when: `(${every}) && (${any})` }) });
    const { conditions, findings, effort } = analysed(sketch);
    expect(conditions.every(({ holds, holdsNot }) => holds.possible === true && holdsNot.possible === true)).toBe(true);
    expect(findings).toEqual([]);
    expect(effort.steps).toBeLessThan(200_000);
  });

  it('a chain of 2,000 fields is followed to its end', () => {
    const properties: JsonObject = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `f${index}`,
        text(index === 0 ? {} : { when: `f${index - 1} == 'x'` }),
      ]),
    );
    const { conditions, effort } = analysed(onePage(properties));
    expect(conditions.every(({ holds }) => holds.possible !== false)).toBe(true);
    expect(effort.undecided).toBe(0);
  });
});
