import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { validatorsModule } from '../bundle/validators.ts';
import { formats } from '../formats/index.ts';
import { postalCodes } from '../keywords/postal-codes.ts';
import { compileConstraints } from './compile.ts';
import { compileDocument } from './document.ts';
import { leaves } from './fixtures.ts';
import { previewConstraints } from './preview.ts';

// Many runs of generated values, and analysis of patterns: slow where others work on the same machine.
vi.setConfig({ testTimeout: 120_000 });

const formatName = fc.constantFrom(...formats.map(({ name }) => name));
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '2026-02-01',
    '2026-02-30',
    '09:30',
    '80331',
    'DE89370400440532013000',
    'erika@example.org',
    'a b c',
    'ja',
    'nein',
    '**',
    'K͟h',
  ),
);
const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.07, 0.1, 1e21, 1e-7, 5e-324),
);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(text, number, fc.boolean());
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.record({ id: text, name: text, type: fc.constantFrom('application/pdf', 'image/png', ''), size: fc.nat(20) }),
);
const file = fc.record({
  id: text,
  name: fc.constantFrom('a.pdf', 'B.PDF', 'c.png', 'd'),
  type: fc.constantFrom('application/pdf', 'image/png', ''),
  size: fc.nat(30),
});
const count = fc.nat(5);
const step = fc.constantFrom(0.01, 0.05, 1, 5, 1e-7, 2.5);
const multiple = fc
  .tuple(step, fc.integer({ min: -50, max: 50 }))
  .map(([by, times]) => Number((by * times).toPrecision(12)));
const accept = fc.constantFrom(['.pdf'], ['image/*', 'application/pdf']);
const pattern = fc.constantFrom('^(?:\\d{5})$', '^(?:[a-zäöü ]+)$', '^(?:\\p{L}{2,})$', '^(?:1*)$');

const forTexts = fc.record(
  {
    type: fc.constant('string'),
    minLength: count,
    maxLength: count,
    format: formatName,
    pattern,
    postalCode: fc.constantFrom('DE', 'AT', 'GB'),
    maxWords: fc.integer({ min: 1, max: 3 }),
    contentMediaType: fc.constant('text/markdown'),
  },
  { requiredKeys: ['type'] },
);
const forWords = fc.record(
  { maxWords: fc.integer({ min: 1, max: 3 }), contentMediaType: fc.constant('text/markdown') },
  { requiredKeys: ['maxWords'] },
);
/** What may stand in `anyOf` and `not`: a ValueConstraint of the form language. */
const forTextsInside = fc.record(
  { minLength: count, maxLength: count, format: formatName, pattern, const: text },
  { requiredKeys: [] },
);
const forNumbers = fc.record(
  {
    type: fc.constantFrom('number', 'integer'),
    minimum: number,
    maximum: number,
    exclusiveMinimum: number,
    exclusiveMaximum: number,
    multipleOf: step,
  },
  { requiredKeys: ['type'] },
);
const forNumbersInside = fc.record(
  { minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number, multipleOf: step },
  { requiredKeys: [] },
);
const forChoices = fc.record(
  { enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }), const: scalar },
  { requiredKeys: [] },
);
const forFiles = fc.record(
  {
    type: fc.constant('object'),
    maxBytes: fc.nat(20),
    accept,
  },
  { requiredKeys: ['type'] },
);
const single: fc.Arbitrary<JsonObject> = fc.oneof(
  forTexts,
  forNumbers,
  forChoices,
  forFiles,
  fc.constant({ type: 'boolean' }),
);
const branched = fc
  .tuple(
    single,
    fc.array(fc.oneof(forTextsInside, forNumbersInside), { minLength: 1, maxLength: 3 }),
    fc.oneof(forTextsInside, forChoices),
  )
  .map(([schema, anyOf, not]): JsonObject => ({ ...schema, anyOf, not }));
const listed = fc.record(
  {
    type: fc.constant('array'),
    items: fc.oneof(single, branched),
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
  },
  { requiredKeys: ['type', 'items'] },
);
const constraint: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 3, arbitrary: single },
  { weight: 1, arbitrary: branched },
  { weight: 2, arbitrary: listed },
);

const folder = mkdtempSync(join(tmpdir(), 'schalter-differential-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** All validators there are for some constraints, under the templates `/0`, `/1` and so on. */
async function everyWay(schemas: readonly JsonObject[]) {
  const some = schemas.map((schema, index) => ({ template: `/${index}`, schema }));
  const file = join(folder, `${fileNumber++}.mjs`);
  writeFileSync(file, validatorsModule(some));
  const precompiled: { validate: Validate } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const compiled = compileConstraints(some);
  const preview = previewConstraints(some);
  const documents = compileDocument({
    properties: Object.fromEntries(schemas.map((schema, index) => [`f${index}`, schema])),
  });
  /** Wants all of them to say the same of a value. */
  const agree = (index: number, answer: JsonValue) => {
    const template = `/${index}`;
    const say = () => `${JSON.stringify(schemas[index])} of ${JSON.stringify(answer)}`;
    const problems = compiled(template, answer);
    expect(precompiled.validate(template, answer), `precompiled, ${say()}`).toEqual(problems);
    expect(preview(template, answer), `preview, ${say()}`).toEqual(problems);
    const document = documents({ [`f${index}`]: answer });
    // A document reports entries and members at their own places.
    if (typeof answer === 'object') expect(document.length > 0, `document, ${say()}`).toBe(problems.length > 0);
    else expect(codesOf(document), `document, ${say()}`).toEqual(codesOf(problems));
    return problems;
  };
  return agree;
}
let fileNumber = 0;

const codesOf = (problems: readonly { readonly code: string }[]) =>
  [...new Set(problems.map(({ code }) => code))].sort();

/** A text with one character changed, left out, put in or swapped with the next. */
const mutated = (original: string) =>
  fc
    .tuple(fc.nat(Math.max(0, original.length - 1)), fc.constantFrom(...'0123456789AZaz -.@äÖ\n\u0301😀'), fc.nat(3))
    .map(([at, character, kind]) => {
      const [before, here, after] = [original.slice(0, at), original.charAt(at), original.slice(at + 1)];
      if (kind === 0) return before + character + after;
      if (kind === 1) return before + after;
      if (kind === 2) return before + character + here + after;
      return before + after.charAt(0) + here + after.slice(1);
    });

describe('precompiled, in memory, preview and whole documents agree', () => {
  it('on any constraint and value', async () => {
    const schemas = fc.sample(constraint, 300);
    const agree = await everyWay(schemas);
    const seen = new Set<string>();
    schemas.forEach((_, index) => {
      for (const answer of fc.sample(value, 12)) for (const { code } of agree(index, answer)) seen.add(code);
    });
    // What random values never break is not tested by them.
    for (const code of ['type', 'minLength', 'maximum', 'multipleOf', 'enum', 'const', 'not', 'anyOf', 'maxItems']) {
      expect(seen).toContain(code);
    }
  });

  it('on every format, with values it takes, values it refuses and values close to both', async () => {
    const schemas = formats.map(({ name }): JsonObject => ({ type: 'string', format: name }));
    const agree = await everyWay(schemas);
    formats.forEach(({ name, valid, invalid }, index) => {
      for (const text of valid) expect(agree(index, text)).toEqual([]);
      for (const text of invalid) expect(agree(index, text)).toEqual([{ code: `format:${name}`, params: {} }]);
      const close = [...valid, ...invalid].flatMap((text) => fc.sample(mutated(text), 20));
      for (const text of [...close, ...fc.sample(fc.string({ unit: 'grapheme' }), 50)]) agree(index, text);
      for (const answer of [1, true, [], {}, ['x']]) expect(agree(index, answer)[0]?.code).toBe('type');
    });
  });

  it('on the postal codes of every country', async () => {
    const countries = [...postalCodes];
    const agree = await everyWay(countries.map(([country]) => ({ type: 'string', postalCode: country })));
    countries.forEach(([, { example }], index) => {
      expect(agree(index, example)).toEqual([]);
      for (const text of fc.sample(mutated(example), 20)) agree(index, text);
    });
  });

  it.each<[keyword: string, schema: fc.Arbitrary<JsonObject>, answers: fc.Arbitrary<JsonValue>]>([
    ['minLength', fc.record({ minLength: count }), text],
    ['maxLength', fc.record({ maxLength: count }), text],
    ['pattern', fc.record({ pattern }), fc.oneof(text, fc.stringMatching(/^[0-9a-zö]{0,6}$/u))],
    ['maxWords', forWords, fc.string({ unit: fc.constantFrom('a', ' ', '\n', '*', '#', '1.', '- '), maxLength: 12 })],
    ['minimum', fc.record({ minimum: number }), number],
    ['maximum', fc.record({ maximum: number }), number],
    ['exclusiveMinimum', fc.record({ exclusiveMinimum: number }), number],
    ['exclusiveMaximum', fc.record({ exclusiveMaximum: number }), number],
    ['multipleOf', fc.record({ multipleOf: step }), fc.oneof(number, multiple)],
    [
      'const',
      fc.record({ const: fc.constantFrom<JsonValue>('a', 1, true) }),
      fc.constantFrom<JsonValue>('a', 'b', 1, true),
    ],
    ['enum', fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1 }) }), scalar],
    ['minItems', fc.record({ type: fc.constant('array'), minItems: count }), fc.array(scalar, { maxLength: 6 })],
    ['maxItems', fc.record({ type: fc.constant('array'), maxItems: count }), fc.array(scalar, { maxLength: 6 })],
    ['uniqueItems', fc.constant({ type: 'array', uniqueItems: true }), fc.array(fc.constantFrom<JsonValue>(1, 'a', 2))],
    ['items', fc.record({ type: fc.constant('array'), items: forTexts }), fc.array(text, { maxLength: 3 })],
    [
      'anyOf',
      fc.record({ anyOf: fc.array(fc.oneof(forTextsInside, forNumbersInside), { minLength: 1, maxLength: 3 }) }),
      scalar,
    ],
    ['not', fc.record({ not: fc.oneof(forTextsInside, forChoices, forNumbersInside) }), scalar],
    ['accept', fc.record({ accept }), file],
    ['maxBytes', fc.record({ maxBytes: fc.nat(20) }), file],
  ])('on %s', async (_, schema, answers) => {
    const schemas = fc.sample(schema, 30);
    const agree = await everyWay(schemas);
    const found = schemas.flatMap((__, index) =>
      fc.sample(answers, 15).map((answer) => agree(index, answer).length > 0),
    );
    expect(new Set(found)).toEqual(new Set([true, false]));
  });

  it('on the constraints of forms', async () => {
    const agree = await everyWay(leaves.map(({ schema }) => schema));
    leaves.forEach((_, index) => {
      for (const answer of fc.sample(value, 40)) agree(index, answer);
    });
  });
});
