import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { type FormSketch, onePage, program, today } from '../../test/support.ts';
import { type Proof, type Proven, verifySubmission } from '../index.ts';

const form: FormSketch = onePage(
  {
    vorname: { type: 'string', title: 'Vorname', prefill: 'identity.givenName', changeable: false },
    nachname: { type: 'string', title: 'Nachname', prefill: 'identity.familyName' },
    geboren: {
      type: 'string',
      format: 'date',
      title: 'Geboren',
      prefill: 'identity.birthDate',
      service: 'ausweis',
      changeable: false,
    },
    ehe: { type: 'string', title: 'Ehename', prefill: 'identity.birthName', changeable: false, when: "mehr == 'ja'" },
    leute: {
      type: 'array',
      title: 'Leute',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: 'Name', maxLength: 8, prefill: 'identity.givenName', changeable: false },
        },
      },
    },
    mehr: { type: 'string', title: 'Mehr' },
  },
  {
    services: {
      anmeldung: { kind: 'identity', level: 'low' },
      stark: { kind: 'identity', level: 'high', when: "mehr == 'stark'" },
      ausweis: { kind: 'eid', optional: true },
    },
  },
);

const { program: compiled, validate } = program(form);

const proofOf = (claims: Readonly<Record<string, string>>, level: Proof['level'] = 'substantial'): Proof => ({
  level,
  subject: 'x',
  claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, { value, level }])),
});

const identity = proofOf({ givenName: 'Erika', familyName: 'Mustermann', birthName: 'Gabler' });
const card = proofOf({ givenName: 'Max', birthDate: '1964-08-12' }, 'high');

function verdict(answers: JsonObject, proven?: Proven): string[] {
  const result = verifySubmission(
    compiled,
    { form: { id: 'probe', version: '1.0.0' }, language: 'de', today, answers },
    { validate, today, ...(proven ? { proven } : {}) },
  );
  return result.ok ? [] : result.problems.map(({ at, code }) => `${at} ${code}`.trim());
}

describe('a submission of somebody who is known', () => {
  test.each<[string, JsonObject, string[]]>([
    ['what was proven', { vorname: 'Erika' }, []],
    ['what was proven, written otherwise but the same', { vorname: ' Erika ' }, []],
    ['another value', { vorname: 'Max' }, ['/vorname proven-differs']],
    ['none', {}, ['/vorname proven-differs']],
    ['another value where it may be changed', { vorname: 'Erika', nachname: 'Müller' }, []],
    ['nothing where it is irrelevant', { vorname: 'Erika', mehr: 'nein' }, []],
    ['nothing where it is relevant', { vorname: 'Erika', mehr: 'ja' }, ['/ehe proven-differs']],
    [
      'it in every entry',
      { vorname: 'Erika', leute: [{ name: 'Erika' }, { name: 'Max' }] },
      ['/leute/1/name proven-differs'],
    ],
    ['something in a field for what was not proven', { vorname: 'Erika', geboren: '1980-01-01' }, []],
  ])('with %s', (_, answers, problems) => {
    expect(verdict(answers, { identity })).toEqual(problems);
  });

  test('what the field cannot take was not filled in', () => {
    const long = proofOf({ givenName: 'Maximiliane' });
    expect(verdict({ vorname: 'Maximiliane', leute: [{ name: 'Maxi' }] }, { identity: long })).toEqual([]);
  });

  test('a card proves what names it, and nothing else', () => {
    const proven = { identity, cards: { ausweis: card } };
    expect(verdict({ vorname: 'Erika', geboren: '1964-08-12' }, proven)).toEqual([]);
    expect(verdict({ vorname: 'Erika', geboren: '1980-01-01' }, proven)).toEqual(['/geboren proven-differs']);
  });

  test('needs the level that the answers make necessary', () => {
    expect(verdict({ vorname: 'Erika', mehr: 'stark' }, { identity })).toEqual(['level-required']);
    expect(verdict({ vorname: 'Erika', mehr: 'stark' }, { identity: { ...identity, level: 'high' } })).toEqual([]);
  });
});

test('a submission of nobody is refused where the form wants to know', () => {
  expect(verdict({}, {})).toEqual(['login-required']);
  const { program: strict } = program({ ...form, services: { ausweis: { kind: 'eid' } } });
  const result = verifySubmission(
    strict,
    { form: { id: 'probe', version: '1.0.0' }, language: 'de', today, answers: {} },
    { validate, today, proven: {} },
  );
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'card-required', params: { service: 'ausweis' } }] });
});

test('a server without such services asks nothing', () => {
  expect(verdict({ vorname: 'Max' })).toEqual([]);
});
