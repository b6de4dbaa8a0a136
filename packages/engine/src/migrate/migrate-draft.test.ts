import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { type FormSketch, onePage, program, today } from '../../test/support.ts';
import { EngineError } from '../engine-error.ts';
import { createSession, type PersistedSession, restoreSession } from '../index.ts';
import { migrateDraft, tellReport } from './index.ts';

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });
const choice = (...constants: string[]) => ({ oneOf: constants.map((one) => ({ const: one, title: one })) });
const list = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'array',
  title: 'Liste',
  ...more,
  items: { type: 'object', properties },
});

function snapshotOf(
  answers: JsonObject,
  version = '1.0.0',
  flow: Partial<PersistedSession['flow']> = {},
): PersistedSession {
  return {
    format: 1,
    form: { id: 'probe', version, hash: 'x' },
    language: 'de',
    today,
    answers,
    flow: { step: 'seite', left: [], fromSummary: false, ...flow },
  };
}

/** Migrates answers of 1.0.0 into a form of one page; what became of them as `code at → to`. */
function migrate(properties: JsonObject, migrations: readonly JsonObject[], answers: JsonObject, version = '1.0.0') {
  const { program: compiled, validate } = program(
    onePage(properties, { version: '2.0.0', migrations: migrations as never }),
  );
  const { snapshot, report, versions } = migrateDraft(compiled, snapshotOf(answers, version), { validate });
  const told = report.map(
    ({ code, at, to, lost }) => `${lost ? '-' : '+'} ${code} ${at ?? '·'}${to ? ` → ${to}` : ''}`,
  );
  return { answers: snapshot.answers, told, versions, report };
}

const one = (migration: JsonObject) => [{ from: ['1.0.0'], ...migration }];

describe('without a migration', () => {
  test('what still fits stays, and everything else is reported', () => {
    const { answers, told } = migrate({ name: text('Name'), alter: { type: 'integer', title: 'Alter' } }, [], {
      name: 'Erika',
      alter: 44,
      fax: '089 1',
      kontakt: { mail: 'a', ort: { plz: '1' } },
      leer: {},
      nichts: [],
    });
    expect(answers).toEqual({ name: 'Erika', alter: 44 });
    expect(told).toEqual(['- no-field /fax', '- no-field /kontakt']);
  });
});

describe('answers', () => {
  test('move: out of groups, into groups and lists, whole lists, and change places', () => {
    const { answers, told } = migrate(
      {
        a: text('A'),
        b: text('B'),
        halter: { type: 'object', properties: { name: text('Name'), plz: text('PLZ') } },
        tiere: list({ rasse: text('Rasse'), name: text('Name') }),
        ort: text('Ort'),
        erster: text('Erster Hund'),
      },
      one({
        move: {
          '/a': '/b',
          '/b': '/a',
          '/name': '/halter/name',
          '/adresse/ort': '/ort',
          '/adresse': '/halter',
          '/hunde': '/tiere',
          '/hunde/*/art': '/tiere/*/rasse',
          '/katze': '/tiere/9',
        },
      }),
      {
        a: 'eins',
        b: 'zwei',
        name: 'Erika',
        adresse: { plz: '80331', ort: 'München' },
        hunde: [{ art: 'dackel', name: 'Waldi' }, { name: 'Rex' }],
        katze: { name: 'Minka' },
      },
    );
    expect(answers).toEqual({
      a: 'zwei',
      b: 'eins',
      halter: { name: 'Erika', plz: '80331' },
      tiere: [{ rasse: 'dackel', name: 'Waldi' }, { name: 'Rex' }, { name: 'Minka' }],
      ort: 'München',
    });
    expect(told).toEqual([]);
  });

  test('move out of a list: the other entries are lost', () => {
    const { answers, report } = migrate(
      { hund: { type: 'object', properties: { name: text('Name') } } },
      one({ move: { '/hunde/0': '/hund' } }),
      { hunde: [{ name: 'Waldi' }, { name: 'Rex' }] },
    );
    expect(answers).toEqual({ hund: { name: 'Waldi' } });
    expect(report).toEqual([{ code: 'no-field', lost: true, at: '/hunde/1', value: { name: 'Rex' } }]);
  });

  test('move into an answer’s own place', () => {
    const { answers, told } = migrate(
      { name: { type: 'object', properties: { nachname: text('Nachname') } } },
      one({ move: { '/name': '/name/nachname' } }),
      { name: 'Mustermann' },
    );
    expect([answers, told]).toEqual([{ name: { nachname: 'Mustermann' } }, []]);
  });

  test('make way for others', () => {
    const { answers, told } = migrate({ a: text('A') }, one({ move: { '/b': '/a' } }), { a: 'alt', b: 'neu' });
    expect([answers, told]).toEqual([{ a: 'neu' }, ['- replaced /a']]);
  });

  test('are split by a pattern', () => {
    const form = { vorname: text('Vorname'), nachname: text('Nachname') };
    const split = one({ split: { '/name': { pattern: '^(?:(.+) (\\S+))$', into: ['/vorname', '/nachname'] } } });
    const { answers, report } = migrate(form, split, { name: 'Erika Maria Mustermann' });
    expect(answers).toEqual({ vorname: 'Erika Maria', nachname: 'Mustermann' });
    expect(report).toEqual([
      { code: 'split', lost: false, at: '/name', value: 'Erika Maria Mustermann', to: '/vorname', now: 'Erika Maria' },
      { code: 'split', lost: false, at: '/name', value: 'Erika Maria Mustermann', to: '/nachname', now: 'Mustermann' },
    ]);
    expect(migrate(form, split, { name: 'Erika' })).toMatchObject({ answers: {}, told: ['- not-split /name'] });
    expect(migrate(form, split, { name: 7 })).toMatchObject({ answers: {}, told: ['- not-split /name'] });
  });

  test('are merged, computed and defaulted by expressions, in lists for every entry', () => {
    const { answers, told } = migrate(
      {
        name: text('Name'),
        volljaehrig: { type: 'boolean', title: 'Volljährig' },
        zahlung: text('Zahlung'),
        anzahl: { type: 'integer', title: 'Anzahl' },
        tiere: list({ titel: text('Titel'), nummer: { type: 'integer', title: 'Nummer' } }),
      },
      one({
        old: {
          '/vorname': 'string',
          '/nachname': 'string',
          '/geboren': 'date',
          '/preis': 'number',
          '/hunde/*/name': 'string',
          '/hunde/*/art': 'string',
        },
        move: { '/hunde': '/tiere' },
        set: {
          '/name': "or(vorname, '') + ' ' + or(nachname, '')",
          '/volljaehrig': 'age(geboren) >= 18',
          '/zahlung': "'ueberweisung'",
          '/anzahl': 'preis / 2',
          '/tiere/*/titel': "self.name + ', ' + item.art",
          '/tiere/*/nummer': 'index + count(hunde)',
        },
      }),
      {
        vorname: 'Erika',
        nachname: 'Mustermann',
        geboren: 'unbekannt',
        preis: 5,
        hunde: [{ name: 'Waldi', art: 'Dackel' }, { name: 'Rex' }],
      },
    );
    expect(answers).toEqual({
      name: 'Erika Mustermann',
      zahlung: 'ueberweisung',
      anzahl: 3,
      tiere: [{ titel: 'Waldi, Dackel', nummer: 2 }, { nummer: 3 }],
    });
    expect(told).toEqual([
      '+ derived /vorname → /name',
      '+ derived /nachname → /name',
      '- no-field /geboren',
      '+ derived /preis → /anzahl',
      '+ derived /hunde/0/name → /tiere/0/titel',
      '+ derived /hunde/0/art → /tiere/0/titel',
      '- no-field /hunde/1/name',
    ]);
  });

  test('are mapped, also several chosen ones', () => {
    const { answers, report } = migrate(
      {
        wohnort: text('Wohnort', choice('ja', 'nein')),
        hilfe: { type: 'array', title: 'Hilfe', items: { type: 'string', ...choice('x', 'y') } },
        haustier: text('Haustier', choice('ja', 'nein')),
      },
      one({
        map: { '/wohnort': { muenchen: 'ja' }, '/hilfe': { a: 'x' }, '/haustier': { true: 'ja', false: 'nein' } },
      }),
      { wohnort: 'muenchen', hilfe: ['a', 'b', 'y'], haustier: false },
    );
    expect(answers).toEqual({ wohnort: 'ja', hilfe: ['x', 'y'], haustier: 'nein' });
    expect(report).toEqual([
      { code: 'mapped', lost: false, at: '/wohnort', value: 'muenchen', to: '/wohnort', now: 'ja' },
      { code: 'mapped', lost: false, at: '/hilfe/0', value: 'a', to: '/hilfe', now: 'x' },
      { code: 'not-an-option', lost: true, at: '/hilfe/1', value: 'b' },
      { code: 'mapped', lost: false, at: '/haustier', value: false, to: '/haustier', now: 'nein' },
    ]);
  });

  test('are dropped', () => {
    const { answers, told } = migrate({ a: text('A') }, one({ drop: ['/b', '/l/*/x'] }), {
      a: 'x',
      b: 'y',
      l: [{ x: 1 }, {}],
    });
    expect([answers, told]).toEqual([{ a: 'x' }, ['- dropped /l/0/x', '- dropped /b']]);
  });

  test('that no longer fit their type, options or list are lost; what is only against a constraint stays', () => {
    const { program: compiled, validate } = program(
      onePage(
        {
          frage: { type: 'boolean', title: 'Frage' },
          farbe: text('Farbe', choice('rot')),
          kurz: text('Kurz', { maxLength: 3 }),
          lang: text('Lang', { maxLength: 3 }),
          summe: { type: 'integer', title: 'Summe', value: '1' },
          zahl: { type: 'integer', title: 'Zahl' },
          eins: text('Eins'),
          namen: { type: 'array', title: 'Namen', maxItems: 2, items: text('Name') },
          gruppe: { type: 'object', properties: { x: text('X') } },
        },
        { version: '2.0.0' },
      ),
    );
    const before = program(
      onePage({ kurz: text('Kurz'), lang: text('Lang', { maxLength: 4 }), zahl: text('Zahl') }),
    ).validate;
    const { snapshot, report } = migrateDraft(
      compiled,
      snapshotOf({
        frage: 'vielleicht',
        farbe: 'blau',
        kurz: 'zu lang',
        lang: 'immer schon zu lang',
        summe: 7,
        zahl: 'zwölf',
        eins: 1,
        namen: ['a', 'b', 'c'],
        gruppe: 'keine',
      }),
      { validate, before },
    );
    expect(snapshot.answers).toEqual({
      kurz: 'zu lang',
      lang: 'immer schon zu lang',
      zahl: 'zwölf',
      eins: '1',
      namen: ['a', 'b'],
    });
    expect(report.map(({ code, at, problem }) => [code, at, problem?.code].join(' ').trim())).toEqual([
      'wrong-type /frage',
      'not-an-option /farbe',
      'check /kurz maxLength',
      'computed /summe',
      'check /zahl type',
      'converted /eins',
      'too-many /namen/2',
      'wrong-type /gruppe',
    ]);
  });

  test('of one value become a list of one, and the other way round', () => {
    const { answers, told } = migrate(
      {
        farben: { type: 'array', title: 'Farben', items: { type: 'string', ...choice('rot', 'blau') } },
        namen: { type: 'array', title: 'Namen', items: text('Name') },
        tier: text('Tier', choice('hund')),
        zahl: { type: 'number', title: 'Zahl' },
      },
      [],
      { farben: 'rot', namen: 'Erika', tier: ['hund'], zahl: '12.5' },
    );
    expect(answers).toEqual({ farben: ['rot'], namen: ['Erika'], tier: 'hund', zahl: 12.5 });
    expect(told).toEqual([
      '+ converted /farben → /farben',
      '+ converted /namen → /namen',
      '+ converted /tier/0 → /tier',
      '+ converted /zahl → /zahl',
    ]);
  });

  test('that are files stay files', () => {
    const file = { id: 'a', name: 'a.pdf', type: 'application/pdf', size: 1 };
    const { answers, told } = migrate(
      {
        nachweis: { $ref: 'block:file', title: 'Nachweis' },
        alle: { type: 'array', title: 'Alle', items: { $ref: 'block:file' } },
      },
      one({ move: { '/pass': '/nachweis' } }),
      { pass: file, alle: [file, file], alt: file },
    );
    expect(answers).toEqual({ nachweis: file, alle: [file, file] });
    expect(told).toEqual(['- no-field /alt']);
  });
});

describe('several versions', () => {
  const migrations = [
    { from: ['1.0.0'], to: '1.1.0', move: { '/a': '/b' } },
    { from: ['1.1.0', '1.1.1'], move: { '/b': '/c' } },
  ];

  test('are passed one after the other', () => {
    expect(migrate({ c: text('C') }, migrations, { a: 'x' })).toMatchObject({
      answers: { c: 'x' },
      told: [],
      versions: ['1.0.0', '1.1.0', '2.0.0'],
    });
    expect(migrate({ c: text('C') }, migrations, { b: 'x' }, '1.1.1')).toMatchObject({ answers: { c: 'x' } });
  });

  test('what was lost on the way is reported where it stood at first', () => {
    const [first] = migrations;
    expect(migrate({ d: text('D') }, [first as JsonObject, { from: ['1.1.0'] }], { a: 'x' }).told).toEqual([
      '- no-field /a',
    ]);
  });

  test('a version that no migration names keeps what fits', () => {
    expect(migrate({ c: text('C') }, migrations, { a: 'x', c: 'y' }, '0.9.0')).toMatchObject({
      answers: { c: 'y' },
      told: ['- no-field /a'],
      versions: ['0.9.0', '2.0.0'],
    });
  });
});

describe('the draft', () => {
  const steps = (fields: Record<string, string[]>): NonNullable<FormSketch['steps']> =>
    Object.entries(fields).map(([id, pointers]) => ({ id, title: id, fields: pointers })) as NonNullable<
      FormSketch['steps']
    >;
  const older = program({
    version: '1.0.0',
    data: { type: 'object', properties: { a: text('A'), b: text('B'), c: text('C') } },
    steps: steps({ eins: ['/a'], zwei: ['/b'], drei: ['/c'] }),
  });
  const newer = program({
    version: '1.1.0',
    data: {
      type: 'object',
      properties: { a: text('A'), b: text('B'), neu: text('Neu'), c: text('C') },
      required: ['neu'],
    },
    steps: steps({ eins: ['/a'], zwei: ['/b', '/neu'], vier: ['/c'] }),
  });
  const options = { validate: newer.validate };

  const draft = (step: string) => {
    const session = createSession(older.program, {
      validate: older.validate,
      today,
      answers: { a: 'x', b: 'y', c: 'z' },
    });
    for (let at = session.view().step.id; at !== step; at = session.view().step.id) {
      session.send({ type: 'next' });
    }
    const snapshot = session.persist();
    session.dispose();
    return snapshot;
  };

  test('is refused by the newer version until it is migrated, and then goes on where it was', () => {
    const snapshot = draft('zwei');
    expect(() => restoreSession(newer.program, snapshot, { ...options, today })).toThrow(
      expect.objectContaining({ code: 'snapshot-other-form' }),
    );
    const migrated = migrateDraft(newer.program, snapshot, options);
    expect(migrated.report).toEqual([]);
    const session = restoreSession(newer.program, migrated.snapshot, { ...options, today });
    expect(session.view().step.id).toBe('zwei');
    expect(session.persist()).toEqual(migrated.snapshot);
    expect(session.persist().answers).toEqual({ a: 'x', b: 'y', c: 'z' });
    session.dispose();
  });

  test('counts pages as left that are as they were; nobody is blamed for new questions', () => {
    const { snapshot } = migrateDraft(newer.program, draft('drei'), options);
    expect(snapshot.flow).toMatchObject({ step: 'eins', left: ['eins'] });
    const session = restoreSession(newer.program, snapshot, { ...options, today });
    session.send({ type: 'next' });
    expect(session.view().step.id).toBe('zwei');
    expect(session.view().problems).toEqual([]);
    session.dispose();
  });

  test('of this very version is left as it is', () => {
    const snapshot = snapshotOf({ fremd: 1 }, '1.1.0');
    expect(migrateDraft(newer.program, snapshot, options)).toEqual({ snapshot, report: [], versions: ['1.1.0'] });
  });

  test('takes a language that is there', () => {
    const snapshot = { ...draft('eins'), language: 'fr' };
    expect(migrateDraft(newer.program, snapshot, options).snapshot.language).toBe('de');
  });

  test.each<[string, unknown, string]>([
    ['another form’s', { form: { id: 'anders', version: '1.0.0', hash: '' } }, 'snapshot-other-form'],
    ['of an unknown format', { format: 2 }, 'snapshot-invalid'],
    ['without answers', { answers: null }, 'snapshot-invalid'],
  ])('is refused: %s', (_, change, code) => {
    const snapshot = { ...draft('eins'), ...(change as object) } as PersistedSession;
    expect(() => migrateDraft(newer.program, snapshot, options)).toThrow(EngineError);
    expect(() => migrateDraft(newer.program, snapshot, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a report is told', () => {
  test('in the words of the older version, without what did not count there', () => {
    const older = program(
      onePage({
        miete: { type: 'integer', title: 'Miete', unit: 'EUR-cent' },
        hilfe: {
          type: 'array',
          title: 'Hilfe',
          items: {
            type: 'string',
            oneOf: [
              { const: 'a', title: 'Amt' },
              { const: 'b', title: 'Bund' },
            ],
          },
        },
        hunde: list({ name: text('Name'), art: text('Art', { when: "self.name != 'Rex'" }) }, { title: 'Hund' }),
        verborgen: text('Verborgen', { when: 'miete == 0' }),
        nachweis: { $ref: 'block:file', title: 'Nachweis' },
      }),
    );
    const newer = program(
      onePage(
        { hilfe: { type: 'array', title: 'Hilfe', items: { type: 'string', ...choice('b') } } },
        { version: '2.0.0' },
      ),
    );
    const answers = {
      miete: 50000,
      hilfe: ['a', 'b'],
      hunde: [
        { name: 'Waldi', art: 'Dackel' },
        { name: 'Rex', art: 'Pudel' },
      ],
      verborgen: 'x',
      nachweis: { id: '1', name: 'a.pdf', type: 'application/pdf', size: 1 },
      fremd: 1,
    };
    const { report } = migrateDraft(newer.program, snapshotOf(answers), { validate: newer.validate });
    const told = tellReport(older.program, answers, report, { language: 'de', today });
    expect(
      told.map(({ code, label, lines }) => `${code} ${label}: ${lines.join(' ')}`.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'no-field Miete: 500,00 €',
      'not-an-option Hilfe: Amt',
      'no-field Hund 1: Name: Waldi',
      'no-field Hund 1: Art: Dackel',
      'no-field Hund 2: Name: Rex',
      'no-field Nachweis: a.pdf',
    ]);
  });
});
