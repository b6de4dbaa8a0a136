import { describe, expect, it } from 'vitest';
import { controlDeclaration, controlFor, controls } from './controls.ts';
import type { FieldSchema } from './form.generated.ts';
import { unitKind } from './unit.ts';

const options = (count: number): FieldSchema => ({
  type: 'string',
  oneOf: Array.from({ length: count }, (_, index) => ({ const: `k${index}`, title: `${index}` })),
});

describe('controlFor', () => {
  it.each<[FieldSchema, string]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', maxLength: 200 }, 'text'],
    [{ type: 'string', maxLength: 201 }, 'textarea'],
    [{ type: 'string', maxWords: 50 }, 'textarea'],
    [{ type: 'string', contentMediaType: 'text/markdown' }, 'rich-text'],
    [{ type: 'string', format: 'date' }, 'memorable-date'],
    [{ type: 'string', format: 'year-month' }, 'month-year'],
    [{ type: 'string', format: 'email', maxLength: 254 }, 'email'],
    [{ type: 'string', format: 'phone' }, 'phone'],
    [{ type: 'string', format: 'uri' }, 'url'],
    [{ type: 'string', format: 'iban' }, 'iban'],
    [{ type: 'string', format: 'din91379-a' }, 'text'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'number', unit: 'kg' }, 'number'],
    [{ type: 'integer', unit: 'EUR-cent' }, 'money'],
    [{ type: 'number', unit: 'EUR' }, 'money'],
    [{ type: 'boolean' }, 'yes-no'],
    [{ type: 'boolean', control: 'checkbox' }, 'checkbox'],
    [{ type: 'boolean', const: true }, 'consent'],
    [options(1), 'radios'],
    [options(7), 'radios'],
    [options(8), 'select'],
    [options(20), 'select'],
    [options(21), 'searchable'],
    [{ type: 'array', items: options(20) }, 'checkboxes'],
    [{ type: 'array', items: options(21) }, 'searchable'],
    [{ type: 'array', items: { type: 'string' } }, 'list'],
    [{ type: 'array', items: { type: 'object', properties: {} } }, 'list'],
    [{ type: 'object', properties: {} }, 'group'],
    [{ type: 'object', control: 'file', properties: {} }, 'file'],
    [{ type: 'array', items: { type: 'object', control: 'file' } }, 'file'],
    [{ control: 'notice', description: 'Text' }, 'notice'],
  ])('gives %j the control %s', (schema, control) => {
    expect(controlFor(schema)).toBe(control);
  });

  it('has each control once, and fallbacks that exist', () => {
    expect(new Set(controls.map(({ name }) => name)).size).toBe(controls.length);
    for (const { fallback, listFallback } of controls) {
      for (const name of [fallback, listFallback])
        if (name !== undefined) expect(controlDeclaration(name)).toBeDefined();
    }
    expect(controlDeclaration('constructor')).toBeUndefined();
  });
});

it('tells currencies, measures and plain units apart', () => {
  expect(['EUR', 'EUR-cent', 'kg', 'm2', 'Hunde', 'Eur'].map(unitKind)).toEqual([
    'currency',
    'minor-currency',
    'ucum',
    'ucum',
    'text',
    'text',
  ]);
});
