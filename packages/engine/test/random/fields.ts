import type { JsonObject } from '@schalter/definition';
import type { Chance } from './chance.ts';
import { condition, dateOf, numberOf, textOf } from './expressions.ts';
import type { Name, Scope } from './scope.ts';

/** A field of a random form and what expressions can call it. */
export interface Field {
  readonly schema: JsonObject;
  readonly kind: Name['kind'];
  readonly constants?: readonly string[];
  readonly computed?: true;
}

const constants = ['ja', 'nein', 'x'];

/** What can be asked, the commonest first. */
const asked: readonly ((chance: Chance, scope: Scope) => Field)[] = [
  (chance) => ({
    kind: 'text',
    schema: {
      type: 'string',
      ...(chance.percent(30) ? { maxLength: 4 } : {}),
      ...(chance.percent(15) ? { minLength: 2 } : {}),
      ...(chance.percent(10) ? { pattern: '^(?:[a-z]+)$' } : {}),
    },
  }),
  choice,
  () => ({ kind: 'boolean', schema: { type: 'boolean' } }),
  (chance) => ({
    kind: 'number',
    schema: {
      type: chance.pick(['integer', 'number']),
      ...(chance.percent(30) ? { minimum: 1 } : {}),
      ...(chance.percent(30) ? { maximum: 3 } : {}),
    },
  }),
  dateField,
  severalChoices,
  () => ({ kind: 'boolean', schema: { type: 'boolean', control: 'checkbox' } }),
  () => ({ kind: 'boolean', schema: { type: 'boolean', const: true } }),
  () => ({ kind: 'text', schema: { type: 'string', format: 'email' } }),
  () => ({ kind: 'text', schema: { type: 'string', format: 'year-month' } }),
  () => ({ kind: 'number', schema: { type: 'integer', enum: [1, 2, 3] } }),
  () => ({ kind: 'number', schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 5, multipleOf: 0.5 } }),
  () => ({
    kind: 'text',
    schema: { type: 'string', anyOf: [{ const: 'ja' }, { minLength: 3 }], not: { const: 'abc' } },
  }),
  (_, { expressible }) => ({
    kind: 'text',
    schema: { type: 'string', control: 'rich-text', ...(expressible ? {} : { maxWords: 2 }) },
  }),
  () => ({
    kind: 'text',
    constants: ['dackel', 'pitbull'],
    schema: { type: 'string', options: 'list:hunderassen@2026-01' },
  }),
  (_, { expressible }) => ({
    kind: 'file',
    schema: { $ref: 'block:file', ...(expressible ? {} : { maxBytes: 1000, accept: ['application/pdf'] }) },
  }),
  () => ({ kind: 'text', schema: { type: 'string', prefill: 'query.wort' } }),
  () => ({ kind: 'number', schema: { type: 'integer', prefill: 'query.zahl' } }),
  () => ({ kind: 'date', schema: { type: 'string', format: 'date', prefill: 'today' } }),
];

/** Limits of dates are expressions, and no schema's matter. */
function dateField(chance: Chance, scope: Scope): Field {
  const limited = !scope.expressible && chance.percent(30);
  const limit = () => chance.pick(['notBefore', 'notAfter']);
  return {
    kind: 'date',
    schema: { type: 'string', format: 'date', ...(limited ? { [limit()]: dateOf(chance, scope, 1) } : {}) },
  };
}

function options(chance: Chance, scope: Scope, several: boolean): JsonObject[] {
  return constants.map((constant, index) => ({
    const: constant,
    title: constant,
    ...(index > 0 && chance.percent(25) ? { when: condition(chance, scope, 1) } : {}),
    ...(several && index === 2 && chance.percent(50) ? { exclusive: true } : {}),
  }));
}

function choice(chance: Chance, scope: Scope): Field {
  return { kind: 'text', constants, schema: { type: 'string', oneOf: options(chance, scope, false) } };
}

function severalChoices(chance: Chance, scope: Scope): Field {
  return {
    kind: 'texts',
    constants,
    schema: {
      type: 'array',
      uniqueItems: true,
      ...(chance.percent(30) ? { minItems: 2 } : {}),
      ...(chance.percent(30) ? { maxItems: 2 } : {}),
      items: { type: 'string', oneOf: options(chance, scope, true) },
    },
  };
}

const computed: readonly ((chance: Chance, scope: Scope) => Field)[] = [
  (chance, scope) => ({ kind: 'number', schema: { type: 'integer', value: numberOf(chance, scope) } }),
  (chance, scope) => ({ kind: 'number', schema: { type: 'number', maximum: 5, value: numberOf(chance, scope) } }),
  computedTruth,
  (chance, scope) => ({ kind: 'text', schema: { type: 'string', value: textOf(chance, scope) } }),
  (chance, scope) => ({ kind: 'date', schema: { type: 'string', format: 'date', value: dateOf(chance, scope) } }),
];

function computedTruth(chance: Chance, scope: Scope): Field {
  return { kind: 'boolean', schema: { type: 'boolean', value: condition(chance, scope) } };
}

/** A field that may read all names of the scope. */
export function field(chance: Chance, scope: Scope): Field {
  if (chance.percent(scope.expressible ? 5 : 15)) {
    const made = scope.expressible ? computedTruth(chance, scope) : chance.pick(computed)(chance, scope);
    const internal = !scope.expressible && chance.percent(15) ? { internal: true } : {};
    return { ...made, computed: true, schema: { ...made.schema, ...internal, ...whenOf(chance, scope, 20) } };
  }
  const made = chance.pick(asked)(chance, scope);
  return {
    ...made,
    schema: {
      ...made.schema,
      ...whenOf(chance, scope, 35),
      ...(chance.percent(15) ? { requiredWhen: condition(chance, scope, 1) } : {}),
    },
  };
}

export function whenOf(chance: Chance, scope: Scope, share: number): JsonObject {
  return chance.percent(share) ? { when: condition(chance, scope) } : {};
}
