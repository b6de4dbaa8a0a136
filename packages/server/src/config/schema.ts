import { errorTable, type JsonObject } from '@schalter/definition';

const localText: JsonObject = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
  ],
};
const options: JsonObject = { type: 'object' };
const rules: JsonObject = {
  type: 'object',
  propertyNames: { enum: Object.keys(errorTable) },
  additionalProperties: { enum: ['off', 'warning', 'error'] },
};
const percent: JsonObject = { type: 'number', minimum: 0, maximum: 100 };

/** JSON Schema of `schalter.config.json`. */
export const configSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    city: { type: 'object', additionalProperties: false, properties: { name: localText, summary: localText } },
    theme: { enum: ['default', 'contrast', 'dark', 'city-blue', 'auto'] },
    pages: {
      type: 'object',
      additionalProperties: false,
      properties: { imprint: localText, privacy: localText, accessibility: localText },
    },
    baseUrl: { type: 'string', pattern: '^https?://[^/]+(?:/.*)?$' },
    embedding: { type: 'array', items: { type: 'string', pattern: '^(?:\\*|https?://[^/]+)$' } },
    payment: { const: 'later' },
    mail: {
      type: 'object',
      additionalProperties: false,
      properties: { from: { type: 'string', minLength: 3 }, adapter: { type: 'string' }, options },
    },
    check: {
      type: 'object',
      additionalProperties: false,
      properties: {
        rules,
        overrides: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['forms', 'rules'],
            properties: { forms: { type: 'array', items: { type: 'string', minLength: 1 } }, rules },
          },
        },
        maxWarnings: { type: 'integer', minimum: 0 },
      },
    },
    test: {
      type: 'object',
      additionalProperties: false,
      properties: {
        coverage: {
          type: 'object',
          additionalProperties: false,
          properties: { steps: percent, conditions: percent, checks: percent },
        },
      },
    },
    services: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          anyOf: [
            {
              required: ['adapter'],
              properties: { adapter: { type: 'string' }, options },
              additionalProperties: false,
            },
            { required: ['port'] },
          ],
        },
      },
    },
  },
};
