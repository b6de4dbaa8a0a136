import { type FormDefinition, resolveForm, withBuiltIns } from '@schalter/definition';
import { compileForm } from '@schalter/engine/compile';
import { expect, it } from 'vitest';
import { applicantOf } from './applicant.ts';

function compile(properties: NonNullable<FormDefinition['data']['properties']>) {
  const form: FormDefinition = {
    $schema: 'https://schalter.dev/form/v1.json',
    id: 'a',
    version: '1.0.0',
    language: 'de',
    title: 'A',
    data: { type: 'object', properties },
    steps: [{ id: 's', title: 'S', fields: Object.keys(properties).map((name) => `/${name}`) }],
  };
  const { resolved } = resolveForm(form, withBuiltIns({ blocks: {}, lists: {} }));
  const { program } = compileForm(resolved ?? expect.unreachable(), { locales: {}, problemTexts: {} });
  return program ?? expect.unreachable();
}

const person = { vorname: 'Erika', nachname: 'Mustermann' };

it('is the one person a form names', () => {
  const program = compile({ halter: { $ref: 'block:person' }, kontakt: { $ref: 'block:contact' } });
  expect(applicantOf(program, { halter: person, kontakt: { email: 'erika@example.org' } })).toBe('Erika Mustermann');
  expect(applicantOf(program, { halter: { nachname: 'Mustermann' } })).toBe('Mustermann');
});

it('is nobody where a form names several or none', () => {
  const program = compile({ mutter: { $ref: 'block:person' }, kind: { $ref: 'block:person' } });
  expect(applicantOf(program, { mutter: person, kind: { vorname: 'Max', nachname: 'Mustermann' } })).toBeUndefined();
  expect(applicantOf(program, { mutter: person })).toBe('Erika Mustermann');
  expect(applicantOf(program, {})).toBeUndefined();
  expect(applicantOf(program, { mutter: 'no group' })).toBeUndefined();
});

it('takes nobody from a list', () => {
  const program = compile({ gaeste: { type: 'array', title: 'Gäste', items: { $ref: 'block:person' } } });
  expect(applicantOf(program, { gaeste: [person] })).toBeUndefined();
});
