import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { complete, dogTax, erika, waldi } from '../../test/dog-tax.ts';
import { onePage, program, today } from '../../test/support.ts';
import { evaluateForm, programHeader, runCase, type Submission, summarise, verifySubmission } from '../index.ts';

const { program: compiled, validate } = program(dogTax);

const submission = (answers: JsonObject, more: Partial<Submission> = {}): Submission => ({
  form: { id: 'hundesteuer-anmeldung', version: '1.0.0' },
  language: 'de',
  today,
  answers,
  ...more,
});

const verdict = (answers: JsonObject, more: Partial<Submission> = {}) => {
  const result = verifySubmission(compiled, submission(answers, more), { validate, today, sessionToday: '2026-11-01' });
  return result.ok ? 'ok' : [result.code, ...result.problems.map(({ at, code }) => `${at} ${code}`)];
};

describe('a submission', () => {
  test('is right with its computed values, and without', () => {
    expect(verdict({ ...complete, steuer: 10000 })).toBe('ok');
    expect(verdict(complete)).toBe('ok');
  });

  test.each<[string, JsonObject, string[]]>([
    ['tampered computed values', { ...complete, steuer: 1 }, ['/steuer computed-differs']],
    ['irrelevant answers', { ...complete, befreiung: 'blindenhund' }, ['/befreiung irrelevant']],
    [
      'irrelevant answers in entries',
      { ...complete, hunde: [{ ...waldi, kampfhund: true }] },
      ['/hunde/0/kampfhund irrelevant'],
    ],
    ['unknown fields', { ...complete, 'x/y': 1 }, ['/x~1y unknown-field']],
    ['unknown fields in entries', { ...complete, hunde: [{ ...waldi, alter: 3 }] }, ['/hunde/0/alter unknown-field']],
    ['a text where a group belongs', { ...complete, halter: 'Erika' }, ['/halter unknown-field']],
    ['a group where a list belongs', { ...complete, hunde: { 0: waldi } }, ['/hunde unknown-field']],
    ['null', { ...complete, halter: null }, ['/halter unknown-field']],
    [
      'missing answers',
      { ...complete, halter: { vorname: 'Erika' } },
      ['/halter/nachname required', '/halter/geburtsdatum required'],
    ],
    ['invalid answers', { ...complete, halter: { ...erika, vorname: 7 } }, ['/halter/vorname type']],
    ['an exit', { wohnort: 'nein' }, [' not-submittable']],
    ['too many entries', { ...complete, hunde: [waldi, waldi, waldi, waldi] }, ['/hunde maxItems']],
  ])('with %s is refused', (_, answers, problems) => {
    expect(verdict(answers)).toEqual(['refused', ...problems]);
  });

  test('with a __proto__ of its own is refused', () => {
    const answers = JSON.parse(JSON.stringify(complete).replace('{', '{"__proto__": {"x": 1}, ')) as JsonObject;
    expect(verdict(answers)).toEqual(['refused', '/__proto__ unknown-field']);
  });

  test.each([['2026-11-24'], ['2026-10-31'], ['gestern'], ['']])('with the day %j is refused', (day) => {
    expect(verdict(complete, { today: day })).toEqual(['refused', ' not-submittable']);
  });

  test('of another form or version is refused', () => {
    expect(verdict(complete, { form: { id: 'x', version: '1.0.0' } })).toEqual(['refused', ' not-submittable']);
    expect(verdict(complete, { form: { id: 'hundesteuer-anmeldung', version: '0.9.0' } })).toEqual([
      'refused',
      ' not-submittable',
    ]);
  });

  test('that the date alone has made another is shown to the citizen', () => {
    const born = { ...complete, halter: { ...erika, geburtsdatum: '1961-11-22' } };
    // 64 on the day it was filled in, 65 today: the exemption is asked now.
    expect(verdict(born, { today: '2026-11-21' })).toBe('ok');
    const form = onePage({
      geboren: { type: 'string', format: 'date', title: 'Geboren' },
      alter: { type: 'integer', title: 'Alter', value: 'age(geboren)' },
    });
    const other = program(form);
    const file = (day: string, alter: number) =>
      verifySubmission(
        other.program,
        {
          form: { id: 'probe', version: '1.0.0' },
          language: 'de',
          today: day,
          answers: { geboren: '1961-11-22', alter },
        },
        { validate: other.validate, today },
      );
    expect(file('2026-11-21', 64)).toMatchObject({
      ok: false,
      code: 'recomputed',
      evaluation: { values: { '/alter': 65 } },
    });
    expect(file('2026-11-22', 65)).toMatchObject({ ok: true });
    expect(file('2026-11-21', 65)).toMatchObject({ ok: false, code: 'refused' });
  });
});

describe('an evaluation', () => {
  const of = (answers: JsonObject) => evaluateForm(compiled, answers, { validate, today });

  test('says what the rules make of the answers', () => {
    expect(of({ ...complete, hunde: [{ ...waldi, rasse: 'pitbull', kampfhund: true }] })).toEqual({
      problems: [],
      route: ['zustaendigkeit', 'halter', 'hunde', 'hund-einzeln/0', 'pruefen'],
      values: expect.objectContaining({ '/steuer': 80000, '/hunde/0/kampfhund': true }),
      irrelevant: ['/befreiung'],
      submission: expect.objectContaining({ steuer: 80000 }),
      services: {
        anmeldung: { active: true },
        gebuehr: { active: true, amount: 80000 },
        steueramt: { active: true },
        bestaetigung: { active: true, to: 'erika@mustermann.example' },
      },
    });
  });

  test('files nothing at an exit, and asks for nothing behind it', () => {
    expect(of({ wohnort: 'nein' })).toMatchObject({
      problems: [],
      submission: {},
      route: ['zustaendigkeit', 'woanders'],
    });
  });
});

describe('a case', () => {
  const run = (expect: JsonObject) =>
    runCase(
      compiled,
      { name: 'Fall', today, answers: complete, expect } as unknown as Parameters<typeof runCase>[1],
      validate,
    );

  test('compares only what it names', () => {
    expect(run({})).toEqual({ ok: true, differences: [] });
    expect(
      run({ values: { '/steuer': 10000, '/befreiung': null }, irrelevant: ['/befreiung', '/hunde/0/kampfhund'] }).ok,
    ).toBe(true);
  });

  test('says what is different', () => {
    expect(
      run({
        path: ['pruefen'],
        values: { '/steuer': 1 },
        irrelevant: ['/wohnort'],
        problems: [{ at: '/a', code: 'b' }],
      }).differences,
    ).toEqual([
      {
        what: 'path',
        expected: ['pruefen'],
        actual: ['zustaendigkeit', 'halter', 'hunde', 'hund-einzeln/0', 'pruefen'],
      },
      { what: 'problems', expected: [{ at: '/a', code: 'b' }], actual: [] },
      { what: 'values', at: '/steuer', expected: 1, actual: 10000 },
      { what: 'irrelevant', at: '/wohnort', expected: true, actual: false },
    ]);
  });
});

test('a summary groups an entry once, however many steps ask about it', () => {
  const { sections } = summarise(compiled, complete, { language: 'de', today });
  expect(
    sections.map(({ title, content }) => [title, content.map((one) => (one.kind === 'row' ? one.label : one.title))]),
  ).toEqual([
    ['Wo wohnen Sie?', ['Wohnen Sie in München?']],
    ['Halterin oder Halter', ['Person', 'Kontakt']],
    ['Ihre Hunde', ['Angaben zum Hund 1']],
    ['Weitere Angaben', ['Jahressteuer']],
  ]);
  const [, , dogs] = sections;
  const dog = dogs?.content[0];
  expect(dog?.kind === 'group' && dog.content.map((row) => row.kind === 'row' && [row.label, ...row.lines])).toEqual([
    ['Rufname', 'Waldi'],
    ['Rasse', 'Dackel'],
    ['Wurftag', '14.05.2025'],
    ['Chipnummer'],
  ]);
});

test('a header names the form for start page and catalogue', () => {
  expect(programHeader(compiled, 'de')).toMatchObject({
    title: 'Hund zur Hundesteuer anmelden',
    summary: [{ kind: 'paragraph' }],
    languages: ['de'],
  });
});
