import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateTypes } from '../scripts/types.ts';
import type { FieldSchema, FormDefinition } from '../src/index.ts';
import { controls } from '../src/index.ts';
import { keywords } from '../src/resolve/keywords.ts';
import { errorsOf, schema } from './schema.ts';

const form: FormDefinition = {
  id: 'probe',
  version: '1.0.0',
  language: 'de',
  title: 'Probe',
  data: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } },
  steps: [{ id: 'name', title: 'Ihr Name', fields: ['/name'] }],
};

function withField(name: string, field: object): object {
  return { ...form, data: { type: 'object', properties: { [name]: field } } };
}

describe('the schema of form.json', () => {
  it('and the committed types are in step: else run npm run generate', async () => {
    const committed = readFileSync(join(import.meta.dirname, '../src/form.generated.ts'), 'utf8');
    expect(committed).toBe(await generateTypes());
  });

  it('is valid and takes a plain form', () => {
    expect(errorsOf(form)).toEqual([]);
  });

  it.each(['block', 'list', 'locale', 'case'])('is where the schema for files of a %s points', (name) => {
    const file = join(import.meta.dirname, `../schema/${name}.schema.json`);
    const { $ref }: { $ref: string } = JSON.parse(readFileSync(file, 'utf8'));
    expect($ref).toMatch(/^form\.schema\.json#\/\$defs\/\w+$/);
    expect(schema.$defs).toHaveProperty($ref.split('/').pop() ?? '');
  });

  it('explains every keyword', () => {
    const silent: string[] = [];
    for (const [name, definition] of Object.entries({
      FormDefinition: schema as { properties?: object },
      ...schema.$defs,
    })) {
      if (name === 'ValueConstraint' || name === 'FormCase' || name === 'CodeList' || name === 'BlockDefinition')
        continue;
      for (const [property, value] of Object.entries(definition.properties ?? {})) {
        const described = typeof value === 'object' && value !== null && ('description' in value || '$ref' in value);
        if (!described && property !== '$schema') silent.push(`${name}.${property}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it.each([
    'if',
    'dependentRequired',
    'dependentSchemas',
    'allOf',
    'patternProperties',
    'additionalProperties',
    'prefixItems',
    'default',
    'requierd',
  ])('refuses %s', (keyword) => {
    expect(errorsOf(withField('name', { type: 'string', [keyword]: {} }))).toEqual([
      '/data/properties/name additionalProperties',
    ]);
  });

  it('finds misspelt keywords everywhere', () => {
    expect(errorsOf({ ...form, titel: 'x' })).toEqual([' additionalProperties']);
    expect(errorsOf({ ...form, steps: [{ id: 'a', title: 'A', feilds: [] }] })).toEqual([
      '/steps/0 additionalProperties',
    ]);
    expect(errorsOf({ ...form, services: { a: { kind: 'mail', too: 'x' } } })).toEqual([
      '/services/a additionalProperties',
    ]);
  });

  it.each([
    '__proto__',
    'constructor',
    'self',
    'item',
    'index',
    'in',
    'true',
    'string',
    'hunde-name',
    '2hunde',
    'größe',
  ])('refuses %s as the name of a field', (name) => {
    const document = JSON.parse(JSON.stringify(form));
    Object.defineProperty(document.data.properties, name, { value: { type: 'string' }, enumerable: true });
    expect(errorsOf(document)).toContain('/data/properties propertyNames');
  });

  it.each(['https://example.org/schema.json', 'file:///etc/passwd', '#/properties/name', 'block:Person', '#'])(
    'refuses the reference %s',
    ($ref) => {
      expect(errorsOf(withField('name', { $ref }))).toEqual(['/data/properties/name/$ref pattern']);
    },
  );

  it('refuses lists of types, properties of what is no group, and space around constants', () => {
    expect(errorsOf(withField('name', { type: ['string', 'null'] }))).toContain('/data/properties/name/type enum');
    expect(errorsOf(withField('name', { type: 'string', properties: {} }))).toContain(
      '/data/properties/name/type const',
    );
    expect(errorsOf(withField('name', { type: 'string', oneOf: [{ const: ' ja', title: 'Ja' }] }))).not.toEqual([]);
  });

  it('refuses texts on pages and handovers outside exits', () => {
    const page = { id: 'name', title: 'Ihr Name', fields: ['/name'] };
    expect(errorsOf({ ...form, steps: [{ ...page, text: 'Text' }] })).not.toEqual([]);
    expect(errorsOf({ ...form, steps: [{ ...page, kind: 'summary', handover: 'x' }] })).not.toEqual([]);
  });

  it('knows the controls of the table and the keywords that resolve knows', () => {
    const field = schema.$defs.FieldSchema?.properties ?? {};
    expect((field.control as { enum: string[] }).enum.toSorted()).toEqual(controls.map(({ name }) => name).toSorted());
    const apart = ['$ref', '$defs', '$comment', 'oneOf', 'properties', 'items', 'checks', 'messages', 'review'];
    expect(Object.keys(field).toSorted()).toEqual([...Object.keys(keywords), ...apart].toSorted());
  });

  it('types fields as the schema means them', () => {
    const field: FieldSchema = { type: 'array', items: { $ref: 'block:file', accept: ['image/*'] }, maxItems: 3 };
    // @ts-expect-error a misspelt keyword
    const wrong: FieldSchema = { type: 'array', maxItem: 3 };
    expect([errorsOf(field, 'FieldSchema'), errorsOf(wrong, 'FieldSchema')]).toEqual([[], [' additionalProperties']]);
  });
});
