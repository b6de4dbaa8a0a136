import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FieldSchema, JsonValue } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { compileValidate, formats } from '@schalter/validators';
import { bundleValidators } from '@schalter/validators/bundle';
import { measure } from '../harness/measure.ts';
import type { Figure } from '../harness/result.ts';

/** A field with answers to it, right ones and wrong ones. */
interface Field {
  readonly schema: FieldSchema;
  readonly answers: readonly JsonValue[];
}

/** What most fields of forms demand, and every format. */
const fields: readonly Field[] = [
  { schema: { type: 'string', minLength: 2, maxLength: 60 }, answers: ['Erika', 'E', 'x'.repeat(61)] },
  { schema: { type: 'string', pattern: '^(?:\\d{5})$' }, answers: ['80331', '8033'] },
  { schema: { type: 'string', postalCode: 'AT' }, answers: ['1010', '10100'] },
  { schema: { type: 'string', maxWords: 50 }, answers: ['Wort '.repeat(40), 'Wort '.repeat(60)] },
  { schema: { type: 'number', minimum: 0, maximum: 1000, multipleOf: 0.01 }, answers: [12.34, 12.345, 2000] },
  { schema: { type: 'integer', minimum: 1 }, answers: [3, 0, 'drei'] },
  { schema: { type: 'boolean', const: true }, answers: [true, false] },
  { schema: choice(20), answers: ['o19', 'o20'] },
  {
    schema: { type: 'array', items: choice(20), minItems: 1, maxItems: 3, uniqueItems: true },
    answers: [['o1', 'o2'], ['o1', 'o1'], []],
  },
  ...formats.map(({ name, valid, invalid }): Field => {
    // The names of formats are those of the schema; a test holds them equal.
    const format = name as NonNullable<FieldSchema['format']>;
    return { schema: { type: 'string', format }, answers: [...valid.slice(0, 3), ...invalid.slice(0, 3)] };
  }),
];

function choice(options: number): FieldSchema {
  return {
    type: 'string',
    oneOf: Array.from({ length: options }, (_, index) => ({ const: `o${index}`, title: `${index}` })),
  };
}

/** The time of validating one answer: as pages do it, and as servers do. */
export async function validateField(): Promise<Figure[]> {
  const data: FieldSchema = {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ schema }, index) => [`f${index}`, { ...schema, title: `Feld ${index}` }]),
    ),
  };
  const calls = fields.flatMap(({ answers }, index) =>
    answers.map((answer): readonly [string, JsonValue] => [`/f${index}`, answer]),
  );
  const candidate = (name: string, validate: Validate) => ({
    name,
    prepare: () => ({
      run: () => {
        let problems = 0;
        for (const [template, answer] of calls) problems += validate(template, answer).length;
        return problems;
      },
    }),
  });
  const times = measure([candidate('precompiled', await asPagesDo(data)), candidate('memory', compileValidate(data))]);
  const perCall = (name: string) => (times[name] ?? Number.NaN) / calls.length;
  const bar = { atMost: 0.002 };
  return [
    { metric: 'validate-field', n: fields.length, unit: 'ms', ours: perCall('precompiled'), bar },
    { metric: 'validate-field-memory', n: fields.length, unit: 'ms', ours: perCall('memory'), bar },
  ];
}

async function asPagesDo(data: FieldSchema): Promise<Validate> {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-bench-'));
  try {
    const file = join(folder, 'validators.mjs');
    writeFileSync(file, bundleValidators(data));
    const module: { validate: Validate } = await import(pathToFileURL(file).href);
    return module.validate;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
