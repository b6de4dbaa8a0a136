import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formats } from '../formats/index.ts';
import { compileConstraints } from './compile.ts';
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
const count = fc.nat(5);
const pattern = fc.constantFrom('^(?:\\d{5})$', '^(?:[a-zäöü ]+)$', '^(?:\\p{L}{2,})$', '^(?:1*)$');

const forTexts = fc.record(
  {
    type: fc.constant('string'),
    minLength: count,
    maxLength: count,
    format: formatName,
    pattern,
    maxWords: fc.integer({ min: 1, max: 3 }),
    contentMediaType: fc.constant('text/markdown'),
  },
  { requiredKeys: ['type'] },
);
const forNumbers = fc.record(
  {
    type: fc.constantFrom('number', 'integer'),
    minimum: number,
    maximum: number,
    exclusiveMinimum: number,
    exclusiveMaximum: number,
    multipleOf: fc.constantFrom(0.01, 0.05, 1, 5, 1e-7, 2.5),
  },
  { requiredKeys: ['type'] },
);
const forChoices = fc.record(
  { enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }), const: scalar },
  { requiredKeys: [] },
);
const forFiles = fc.record(
  {
    type: fc.constant('object'),
    maxBytes: fc.nat(20),
    accept: fc.constantFrom(['.pdf'], ['image/*', 'application/pdf']),
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
    fc.array(fc.oneof(forTexts, forNumbers), { minLength: 1, maxLength: 3 }),
    fc.oneof(forTexts, forChoices),
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

describe('AJV and the preview', () => {
  it('report the same problems for any constraint and value', () => {
    fc.assert(
      fc.property(constraint, fc.array(value, { minLength: 4, maxLength: 8 }), (schema, values) => {
        const leaf = [{ template: '/a', schema }];
        const compiled = compileConstraints(leaf);
        const preview = previewConstraints(leaf);
        for (const answer of values) expect(preview('/a', answer)).toEqual(compiled('/a', answer));
      }),
      { numRuns: 300 },
    );
  });

  it('report the same problems for the constraints of forms', () => {
    const compiled = compileConstraints(leaves);
    const preview = previewConstraints(leaves);
    fc.assert(
      fc.property(fc.constantFrom(...leaves.map(({ template }) => template)), value, (template, answer) => {
        expect(preview(template, answer)).toEqual(compiled(template, answer));
      }),
      { numRuns: 500 },
    );
  });
});
