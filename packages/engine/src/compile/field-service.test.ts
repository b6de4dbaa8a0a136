import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { compile, type FormSketch, onePage, program } from '../../test/support.ts';

const services = {
  termin: { kind: 'booking', fills: { ort: 'place' } },
  adresse: { kind: 'geo' },
  ausweis: { kind: 'eid' },
  dateien: { kind: 'upload' },
  amt: { kind: 'delivery' },
} as const;

const formWith = (field: JsonObject): FormSketch =>
  onePage({ a: { title: 'A', ...field }, ort: { type: 'string', title: 'Ort' } }, { services });

const problems = (field: JsonObject) => compile(formWith(field)).problems.map(({ code, at }) => `${code} ${at}`);

const file: JsonObject = { type: 'object', control: 'file', properties: { id: { type: 'string' } } };
const appointment: JsonObject = { type: 'string', format: 'date-time', service: 'termin' };

describe('the service a field names', () => {
  test.each<[string, JsonObject]>([
    ['a slot for a date and time', appointment],
    ['a place for a text', { type: 'string', service: 'adresse' }],
    ['a card for what names a claim', { type: 'string', prefill: 'identity.givenName', service: 'ausweis' }],
    ['an upload for a file', { ...file, service: 'dateien' }],
    ['an upload for a list of files', { type: 'array', items: { ...file, service: 'dateien' } }],
  ])('serves: %s', (_, field) => {
    expect(problems(field)).toEqual([]);
  });

  test.each<[string, JsonObject]>([
    ['a slot for a mere text', { type: 'string', service: 'termin' }],
    ['a slot for a computed value', { ...appointment, value: "'x'" }],
    ['a place for a number', { type: 'integer', service: 'adresse' }],
    ['a place for a choice', { type: 'string', enum: ['x'], service: 'adresse' }],
    ['a card for what names no claim', { type: 'string', service: 'ausweis' }],
    ['an upload for a text', { type: 'string', service: 'dateien' }],
    ['a receiver for a field', { type: 'string', service: 'amt' }],
    ['a slot for a group', { type: 'object', properties: { x: { type: 'string', title: 'X' } }, service: 'termin' }],
    ['a slot for a list', { type: 'array', items: { type: 'string' }, service: 'termin' }],
  ])('does not serve: %s', (_, field) => {
    expect(problems(field)).toEqual(['service-field /data/properties/a/service']);
  });

  test('must exist', () => {
    expect(problems({ type: 'string', service: 'nix' })).toEqual(['service-unknown /data/properties/a/service']);
  });

  test('fills in what stands beside the field', () => {
    const { program: compiled } = program(formWith(appointment));
    expect(compiled.root.members[0]).toMatchObject({ service: 'termin', fills: { '/ort': 'place' } });
  });

  test('cannot fill in what is not there, or what is computed', () => {
    const form = onePage(
      { a: appointment, rest: { type: 'string', title: 'R', value: "'x'" } },
      { services: { termin: { kind: 'booking', fills: { weg: 'place', rest: 'place' } } } },
    );
    expect(compile(form).problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'fills-unknown /services/termin/fills/weg',
      'fills-unknown /services/termin/fills/rest',
    ]);
  });
});
