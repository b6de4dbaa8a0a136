import { type FieldSchema, type JsonObject, type JsonValue, resolveForm } from '@schalter/definition';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { complete, dogTax, waldi } from '../../test/dog-tax.ts';
import { type FormSketch, library, onePage, program } from '../../test/support.ts';
import { toJsonSchema } from '../index.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, addUsedSchema: false });

function schemaOf(sketch: FormSketch) {
  const { program: compiled, validate } = program(sketch);
  const form = { id: 'probe', version: '1.0.0', language: 'de', title: 'Probe', ...sketch };
  const { resolved } = resolveForm(form as unknown as Parameters<typeof resolveForm>[0], library);
  const written = toJsonSchema(compiled, resolved?.form.data as FieldSchema);
  const { $id: _, ...schema } = written.schema;
  const accepts = ajv.compile(schema);
  return { ...written, compiled, validate, accepts: (document: JsonValue) => accepts(document) === true };
}

describe('the schema of the dog tax form', () => {
  const { schema, untranslated, accepts } = schemaOf(dogTax);

  test('accepts what the form accepts', () => {
    expect(accepts({ ...complete, steuer: 10000 })).toBe(true);
    expect(accepts({ ...complete, hunde: [{ ...waldi, rasse: 'pitbull', kampfhund: true }] })).toBe(true);
  });

  test.each<[string, JsonValue]>([
    ['a missing answer', { ...complete, halter: { vorname: 'Erika' } }],
    ['no dog', { ...complete, hunde: [] }],
    ['too many dogs', { ...complete, hunde: [waldi, waldi, waldi, waldi] }],
    ['an unknown field', { ...complete, fremd: 1 }],
    ['a question that is not asked', { ...complete, hunde: [{ ...waldi, kampfhund: true }] }],
    ['an unknown breed', { ...complete, hunde: [{ ...waldi, rasse: 'katze' }] }],
  ])('refuses %s', (_, document) => {
    expect(accepts(document)).toBe(false);
  });

  test('says what it cannot say', () => {
    expect(untranslated).toEqual(
      expect.arrayContaining([
        { at: '/befreiung', what: 'when' },
        { at: '/hunde/*/chip', what: 'requiredWhen' },
        { at: '/hunde/*', what: 'check:wurftag' },
        { at: '/steuer', what: 'value' },
      ]),
    );
    expect(untranslated).not.toContainEqual({ at: '/hunde/*/kampfhund', what: 'when' });
  });

  test('names the lookups that decide whether an answer is known', () => {
    const field = (service: string): JsonObject => ({ type: 'string', title: 'T', service });
    const { untranslated: unsaid, accepts: takes } = schemaOf(
      onePage(
        { a: field('check'), b: field('strict'), c: field('loose') },
        {
          services: {
            check: { kind: 'lookup', for: 'check' },
            strict: { kind: 'lookup', for: 'options', strict: true },
            loose: { kind: 'lookup', for: 'options' },
          },
        },
      ),
    );
    expect(unsaid).toEqual([
      { at: '/a', what: 'lookup:check' },
      { at: '/b', what: 'lookup:strict' },
    ]);
    expect(takes({ a: 'x', b: 'y', c: 'z' })).toBe(true);
  });

  test('stands for itself', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:schalter:form:hundesteuer-anmeldung:1.0.0',
      title: 'Hund zur Hundesteuer anmelden',
    });
    expect(JSON.stringify(schema)).not.toContain('$ref');
  });
});

describe('conditions', () => {
  const text = (more: JsonObject = {}): JsonObject => ({ type: 'string', title: 'T', ...more });
  const probe = (when: string, more: JsonObject = {}) =>
    schemaOf(
      onePage(
        {
          a: text(),
          n: { type: 'number', title: 'N' },
          j: { type: 'boolean', title: 'J' },
          w: { type: 'array', title: 'W', items: { type: 'string', oneOf: [{ const: 'x', title: 'X' }] } },
          v: { type: 'array', title: 'V', items: { type: 'string', title: '' } },
          g: { type: 'object', title: 'G', properties: { r: text() } },
          l: {
            type: 'array',
            title: 'L',
            items: {
              type: 'object',
              title: 'E',
              properties: {
                p: text(),
                m: { type: 'array', title: 'M', items: { type: 'object', title: 'F', properties: { r: text() } } },
              },
            },
          },
          c: { type: 'boolean', title: 'C', value: 'n > 5' },
          ...more,
          z: text({ when }),
        },
        { required: ['z'], define: { gross: 'n > 10' } },
      ),
    );

  test.each<[string, JsonObject, JsonObject]>([
    ["a == 'x'", { a: 'x' }, { a: 'y' }],
    ["a != 'x'", {}, { a: 'x' }],
    ["a in ['x', 'y']", { a: 'y' }, {}],
    ['a == null', {}, { a: 'x' }],
    ['answered(a)', { a: 'x' }, {}],
    ['j == true', { j: true }, { j: false }],
    ['j', { j: true }, {}],
    ['!j', { j: false }, {}],
    ['n > 3', { n: 4 }, { n: 3 }],
    ['!(n > 3)', { n: 3 }, {}],
    ['3 <= n', { n: 3 }, { n: 2 }],
    ["'x' in w", { w: ['x'] }, {}],
    ["a == 'x' || n < 0", { n: -1 }, { n: 1 }],
    ["a == 'x' && j == true", { a: 'x', j: true }, { a: 'x' }],
    ["j ? a == 'x' : n == 1", { j: false, n: 1 }, { n: 1 }],
    ['gross', { n: 11 }, { n: 9 }],
    ['size(a) > 1', { a: 'xy' }, { a: 'x' }],
    ['size(a) == 2', { a: 'xy' }, {}],
    ['count(w) >= 1', { w: ['x'] }, {}],
    ['count(l) == 2', { l: [{ p: 'x' }, {}] }, { l: [{}] }],
    ['2 > size(l)', {}, { l: [{}, {}] }],
    ["l.exists(e, e.p == 'x')", { l: [{}, { p: 'x' }] }, { l: [{ p: 'y' }] }],
    ["l.all(e, e.p == 'x')", { l: [{ p: 'x' }] }, { l: [{ p: 'x' }, {}] }],
    ["!l.all(e, e.p == 'x')", { l: [{ p: 'y' }] }, {}],
    ["l.exists_one(e, e.p == 'x')", { l: [{ p: 'x' }, { p: 'y' }] }, { l: [{ p: 'x' }, { p: 'x' }] }],
    ["count(l.filter(e, e.p == 'x')) > 1", { l: [{ p: 'x' }, {}, { p: 'x' }] }, { l: [{ p: 'x' }] }],
    ["l.exists(e, e.m.exists(f, f.r == 'x'))", { l: [{ m: [{ r: 'x' }] }] }, { l: [{ m: [{}] }] }],
    ['answered(g)', { g: { r: 'x' } }, {}],
    ['answered(l)', { l: [{ p: 'x' }] }, { l: [{}] }],
    ["'x' in v", { v: ['y', 'x'] }, {}],
    ['c', { n: 6 }, { n: 4 }],
    ['c == null', {}, { n: 4 }],
  ])('%s', (when, holding, failing) => {
    const { accepts, untranslated } = probe(when);
    expect(untranslated).toEqual([]);
    expect(accepts(holding)).toBe(false);
    expect(accepts({ ...holding, z: 'z' })).toBe(true);
    expect(accepts(failing)).toBe(true);
    expect(accepts({ ...failing, z: 'z' })).toBe(false);
  });

  test.each(['a + a == "xx"', "a < 'm'", 's == 4'])('%s is listed, and nothing is demanded', (when) => {
    const { accepts, untranslated } = probe(when, { s: { type: 'integer', title: 'S', value: '1 + 1' } });
    expect(untranslated).toContainEqual({ at: '/z', what: 'when' });
    expect(accepts({})).toBe(true);
    expect(accepts({ z: 'z' })).toBe(true);
  });
});

describe('what else is said', () => {
  const text = (more: JsonObject = {}): JsonObject => ({ type: 'string', title: 'T', ...more });
  const option = (constant: string, more: JsonObject = {}) => ({ const: constant, title: constant, ...more });

  test('an option that is not offered is not chosen', () => {
    const options = [option('x'), option('y', { when: "a == 'ja'" })];
    const { accepts, untranslated } = schemaOf(
      onePage({
        a: text(),
        b: { ...text(), oneOf: options },
        c: { type: 'array', title: 'C', items: { type: 'string', oneOf: options } },
      }),
    );
    expect(untranslated).toEqual([]);
    expect(accepts({ a: 'ja', b: 'y', c: ['x', 'y'] })).toBe(true);
    expect(accepts({ a: 'nein', b: 'x', c: ['x'] })).toBe(true);
    expect(accepts({ b: 'y' })).toBe(false);
    expect(accepts({ c: ['x', 'y'] })).toBe(false);
  });

  test('"none of these" stands alone, a tick box is ticked or not there', () => {
    const { accepts } = schemaOf(
      onePage({
        a: {
          type: 'array',
          title: 'A',
          items: { type: 'string', oneOf: [option('x'), option('y'), option('nichts', { exclusive: true })] },
        },
        b: { type: 'boolean', title: 'B', control: 'checkbox' },
      }),
    );
    expect(accepts({ a: ['x', 'y'], b: true })).toBe(true);
    expect(accepts({ a: ['nichts'] })).toBe(true);
    expect(accepts({ a: ['nichts', 'x'] })).toBe(false);
    expect(accepts({ b: false })).toBe(false);
  });

  test('checks, as far as there are words for them: of the form, of entries, of fields while these are relevant', () => {
    const check = (assert: string, at?: string) => [{ id: 'c', assert, message: 'Nein.', ...(at ? { at } : {}) }];
    const { accepts, untranslated } = schemaOf(
      onePage(
        {
          a: text(),
          b: text({ when: "a == 'ja'", checks: check("a != 'ja' || size(self.b) > 1") }),
          l: {
            type: 'array',
            title: 'L',
            items: {
              type: 'object',
              title: 'E',
              properties: { p: text(), q: text() },
              checks: check('answered(self.p) || answered(self.q)', 'p'),
            },
          },
        },
        { checks: check("a in ['ja', 'nein'] || a == null") as never },
      ),
    );
    expect(untranslated).toEqual([]);
    expect(accepts({ a: 'ja', b: 'bb', l: [{ p: 'x' }, { q: 'x' }] })).toBe(true);
    expect(accepts({ a: 'ja', b: 'b' })).toBe(false);
    expect(accepts({ l: [{}] })).toBe(false);
    expect(accepts({ a: 'vielleicht' })).toBe(false);
  });

  test('nothing is filed where an exit ends the route', () => {
    const form = onePage({ a: text(), n: { type: 'integer', title: 'N' } });
    const exit = (when: string) => ({ id: 'aus', kind: 'exit', title: 'Aus', when });
    const { accepts } = schemaOf({ ...form, steps: [...(form.steps ?? []), exit("a == 'nein'")] as never });
    expect(accepts({ a: 'ja' })).toBe(true);
    expect(accepts({ a: 'nein' })).toBe(false);
    const { untranslated } = schemaOf({ ...form, steps: [...(form.steps ?? []), exit('n % 2 == 0')] as never });
    expect(untranslated).toEqual([{ at: 'step:aus', what: 'exit' }]);
  });

  test('a member is demanded of a group that is demanded itself, under both their conditions', () => {
    const { accepts, untranslated } = schemaOf(
      onePage({
        a: text(),
        g: {
          type: 'object',
          title: 'G',
          properties: { p: text({ requiredWhen: "a == 'x'" }), q: text() },
          requiredWhen: "a in ['x', 'y']",
        },
        h: {
          type: 'object',
          title: 'H',
          properties: { r: text(), s: { type: 'integer', title: 'S', value: '1 + 1' } },
          required: ['r'],
        },
      }),
    );
    expect(untranslated).toEqual([{ at: '/h/s', what: 'value' }]);
    expect(accepts({ a: 'x' })).toBe(false);
    expect(accepts({ a: 'x', g: { q: 'q' } })).toBe(false);
    expect(accepts({ a: 'x', g: { p: 'p' } })).toBe(true);
    expect(accepts({ a: 'y' })).toBe(true);
    expect(accepts({ a: 'z', g: { q: 'q' } })).toBe(true);
    // What is computed alone does not make a group bind.
    expect(accepts({ h: { s: 2 } })).toBe(true);
  });

  test('names what it leaves out', () => {
    const { untranslated } = schemaOf(
      onePage(
        {
          a: text({ format: 'iban' }),
          b: text({ control: 'rich-text', maxWords: 3 }),
          n: { type: 'integer', title: 'N' },
          l: {
            type: 'array',
            title: 'L',
            uniqueItems: true,
            items: { type: 'object', title: 'E', properties: { p: text({ value: "'x'" }) } },
          },
        },
        { services: { gebuehr: { kind: 'payment', amount: 'n * 2', when: 'n > 1' } } as never },
      ),
    );
    expect(untranslated).toEqual([
      { at: '/l/*/p', what: 'value' },
      { at: 'service:gebuehr', what: 'when' },
      { at: 'service:gebuehr', what: 'amount' },
      { at: '/a', what: 'format:iban' },
      { at: '/b', what: 'maxWords' },
      { at: '/l', what: 'uniqueItems' },
    ]);
  });
});
