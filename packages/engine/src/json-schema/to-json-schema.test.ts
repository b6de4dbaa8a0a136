import { type FieldSchema, type JsonObject, type JsonValue, resolveForm } from '@schalter/definition';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete, dogTax, waldi } from '../../test/dog-tax.ts';
import { expressibleForm, randomAnswers } from '../../test/random-forms.ts';
import { type FormSketch, library, onePage, program, today } from '../../test/support.ts';
import { toJsonSchema, verifySubmission } from '../index.ts';

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

/** As a submission is: without null, empty text, empty groups and lists; entries stay. */
function strip(value: JsonValue, inList = false): JsonValue | undefined {
  if (value === null || value === '') return undefined;
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map((entry: JsonValue) => strip(entry, true) ?? {}) : undefined;
  }
  if (typeof value !== 'object') return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const kept = strip(member as JsonValue);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return members.length > 0 || inList ? Object.fromEntries(members) : undefined;
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
  ])('%s', (when, holding, failing) => {
    const { accepts, untranslated } = probe(when);
    expect(untranslated).toEqual([]);
    expect(accepts(holding)).toBe(false);
    expect(accepts({ ...holding, z: 'z' })).toBe(true);
    expect(accepts(failing)).toBe(true);
    expect(accepts({ ...failing, z: 'z' })).toBe(false);
  });

  test.each(['a + a == "xx"', 'size(a) > 3', 's == 4'])('%s is listed, and nothing is demanded', (when) => {
    const { accepts, untranslated } = probe(when, { s: { type: 'integer', title: 'S', value: '1 + 1' } });
    expect(untranslated).toContainEqual({ at: '/z', what: 'when' });
    expect(accepts({})).toBe(true);
    expect(accepts({ z: 'z' })).toBe(true);
  });
});

test('a schema whose conditions could be expressed accepts and refuses exactly what the form does', () => {
  fc.assert(
    fc.property(expressibleForm, fc.array(randomAnswers, { minLength: 1, maxLength: 10 }), (form, answers) => {
      const { compiled, validate, accepts, untranslated } = schemaOf(form);
      fc.pre(untranslated.every(({ at, what }) => at === '/summe' && what === 'value'));
      for (const one of answers) {
        const document = (strip(one) ?? {}) as JsonObject;
        const submission = {
          form: { id: compiled.id, version: compiled.version },
          language: 'de',
          today,
          answers: document,
        };
        const verification = verifySubmission(compiled, submission, { validate, today });
        // That nothing can be filed at an exit is no matter of the document's shape.
        if (!verification.ok && verification.problems.some(({ code }) => code === 'not-submittable')) continue;
        expect({ document, accepted: accepts(document) }).toEqual({ document, accepted: verification.ok });
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
