import type { JsonObject } from '@schalter/definition';
import { describe, expect, it } from 'vitest';
import { compileDocument } from './document.ts';

const schema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'hunde'],
  properties: {
    name: { type: 'string', title: 'Name', format: 'din91379-a', maxLength: 10 },
    rasse: {
      type: 'string',
      oneOf: [
        { const: 'dackel', title: 'Dackel' },
        { const: 'pudel', title: 'Pudel' },
      ],
    },
    hunde: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['a/b'],
        properties: { 'a/b': { type: 'number', multipleOf: 0.01 }, geheim: { type: 'string' } },
      },
    },
    grund: { type: 'string' },
  },
  if: { properties: { name: { const: 'Rex' } }, required: ['name'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['grund'] },
  else: { properties: { grund: false } },
};

describe('compileDocument', () => {
  const validate = compileDocument(schema);

  it('takes what is valid', () => {
    expect(validate({ name: 'Erika', rasse: 'dackel', hunde: [{ 'a/b': 0.07 }] })).toEqual([]);
  });

  it.each([
    ['what is missing', { name: 'Erika' }, [{ at: '/hunde', code: 'required', params: {} }]],
    [
      'what is missing under a condition',
      { name: 'Rex', hunde: [{ 'a/b': 1 }] },
      [{ at: '/grund', code: 'required', params: {} }],
    ],
    [
      'what must not be there under a condition',
      { name: 'Erika', grund: 'x', hunde: [{ 'a/b': 1 }] },
      [{ at: '/grund', code: 'irrelevant', params: {} }],
    ],
    [
      'what nobody knows',
      { name: 'Erika', hunde: [{ 'a/b': 1 }], x: 1 },
      [{ at: '/x', code: 'unknown-field', params: {} }],
    ],
    ['names with slashes', { name: 'Erika', hunde: [{}] }, [{ at: '/hunde/0/a~1b', code: 'required', params: {} }]],
    [
      'an option that is none',
      { name: 'Erika', rasse: 'mops', hunde: [{ 'a/b': 1 }] },
      [{ at: '/rasse', code: 'enum', params: {} }],
    ],
    [
      'several at once',
      { name: 'Erika1234567', hunde: [] },
      [
        { at: '/name', code: 'maxLength', params: { limit: 10 } },
        { at: '/name', code: 'format:din91379-a', params: {} },
        { at: '/hunde', code: 'minItems', params: { limit: 1 } },
      ],
    ],
    [
      'another type of an option',
      { name: 'Erika', rasse: 1, hunde: [{ 'a/b': 1 }] },
      [{ at: '/rasse', code: 'type', params: { type: 'string' } }],
    ],
    ['another type', [], [{ at: '', code: 'type', params: { type: 'object' } }]],
  ])('reports %s', (_, document, problems) => {
    const found = validate(document);
    expect(found).toHaveLength(problems.length);
    for (const problem of problems) expect(found).toContainEqual(problem);
  });

  it('refuses a broken schema with a code', () => {
    expect(() => compileDocument({ type: 'hund' })).toThrowError(/^A constraint cannot be used/u);
    expect(() => compileDocument({ $ref: 'https://example.org/other.json' })).toThrowError(
      /^A constraint cannot be used/u,
    );
  });
});
