import type { LeafConstraint } from '@schalter/definition';

/** Constraints as forms have them, for the tests. */
export const leaves: readonly LeafConstraint[] = [
  { template: '/name', schema: { type: 'string', minLength: 2, maxLength: 60, format: 'din91379-a' } },
  { template: '/hunde/*/name', schema: { maxLength: 60, minLength: 2, type: 'string', format: 'din91379-a' } },
  { template: '/plz', schema: { type: 'string', pattern: '^(?:\\d{5})$' } },
  { template: '/wohnort', schema: { type: 'string', oneOf: [{ const: 'ja', title: 'Ja' }, { const: 'nein' }] } },
  {
    template: '/farben',
    schema: {
      type: 'array',
      items: { type: 'string', oneOf: [{ const: 'rot' }, { const: 'blau' }] },
      uniqueItems: true,
      minItems: 1,
      maxItems: 2,
    },
  },
  { template: '/gewicht', schema: { type: 'number', minimum: 0.5, exclusiveMaximum: 100, multipleOf: 0.01 } },
  { template: '/anzahl', schema: { type: 'integer', maximum: 10, exclusiveMinimum: 0 } },
  { template: '/einwilligung', schema: { type: 'boolean', const: true } },
  { template: '/geburtsdatum', schema: { type: 'string', format: 'date' } },
  { template: '/iban', schema: { type: 'string', format: 'iban' } },
  { template: '/begruendung', schema: { type: 'string', maxWords: 3, contentMediaType: 'text/markdown' } },
  {
    template: '/nachweis',
    schema: {
      type: 'object',
      accept: ['.pdf', 'image/*'],
      maxBytes: 1000,
      properties: {
        id: { type: 'string' },
        name: { type: 'string', maxLength: 20 },
        type: { type: 'string' },
        size: { type: 'integer' },
      },
      required: ['id', 'name', 'type', 'size'],
      additionalProperties: false,
    },
  },
  {
    template: '/kennung',
    schema: { type: 'string', anyOf: [{ format: 'microchip' }, { maxLength: 4 }], not: { const: 'test' } },
  },
  { template: '/plz-at', schema: { type: 'string', postalCode: 'AT' } },
  { template: '/frei', schema: {} },
];
