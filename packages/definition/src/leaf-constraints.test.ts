import { expect, it } from 'vitest';
import { leafConstraints } from './leaf-constraints.ts';

it('keeps of every leaf nothing but its constraints', () => {
  const found = leafConstraints({
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 60, when: 'true', messages: { required: 'x' } },
      hinweis: { control: 'notice', description: 'Text' },
      wohnort: {
        type: 'string',
        oneOf: [
          { const: 'ja', title: 'Ja' },
          { const: 'nein', title: 'Nein' },
        ],
      },
      halter: { type: 'object', minProperties: 1, properties: { alter: { type: 'integer', minimum: 0, unit: 'a' } } },
      hunde: {
        type: 'array',
        minItems: 1,
        items: { type: 'object', properties: { chip: { type: 'string', pattern: '^(?:\\d{15})$' } } },
      },
      sprachen: { type: 'array', maxItems: 3, uniqueItems: true, items: { type: 'string', minLength: 2 } },
      farben: { type: 'array', maxItems: 2, items: { type: 'string', oneOf: [{ const: 'rot', title: 'Rot' }] } },
      nachweise: {
        type: 'array',
        maxItems: 5,
        items: {
          type: 'object',
          control: 'file',
          accept: ['.pdf'],
          maxBytes: 1000,
          properties: { id: { type: 'string', title: 'x' } },
          required: ['id'],
        },
      },
    },
  });
  expect(Object.fromEntries(found.map(({ template, schema }) => [template, schema]))).toEqual({
    '/name': { type: 'string', maxLength: 60 },
    '/wohnort': { type: 'string', enum: ['ja', 'nein'] },
    '/halter/alter': { type: 'integer', minimum: 0 },
    '/hunde/*/chip': { type: 'string', pattern: '^(?:\\d{15})$' },
    '/sprachen': { type: 'array', maxItems: 3, uniqueItems: true },
    '/sprachen/*': { type: 'string', minLength: 2 },
    '/farben': { type: 'array', maxItems: 2, items: { type: 'string', enum: ['rot'] } },
    '/nachweise': { type: 'array', maxItems: 5 },
    '/nachweise/*': {
      type: 'object',
      accept: ['.pdf'],
      maxBytes: 1000,
      properties: { id: { type: 'string' } },
      required: ['id'],
      additionalProperties: false,
    },
  });
});
