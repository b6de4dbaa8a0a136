import { type FormDefinition, type JsonObject, resolveForm, withBuiltIns } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { changeSentence, compareForms, type FormChange, levelOf, nextVersion } from './index.ts';

const library = withBuiltIns({ blocks: {}, lists: {} });

const base = {
  id: 'hund',
  version: '1.0.0',
  language: 'de',
  title: 'Hund anmelden',
  data: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Rufname', maxLength: 60 },
      rasse: {
        type: 'string',
        title: 'Rasse',
        oneOf: [
          { const: 'dackel', title: 'Dackel' },
          { const: 'pudel', title: 'Pudel' },
        ],
      },
      halter: { $ref: 'block:person', title: 'Halter' },
      hunde: {
        type: 'array',
        title: 'Hunde',
        items: { type: 'object', properties: { chip: { type: 'string', title: 'Chip' } } },
      },
      steuer: { type: 'integer', title: 'Steuer', unit: 'EUR-cent', value: '10000' },
    },
    required: ['name'],
  },
  steps: [
    { id: 'hund', title: 'Der Hund', fields: ['/name', '/rasse', '/hunde'] },
    { id: 'halter', title: 'Der Halter', fields: ['/halter', '/steuer'] },
  ],
  services: { amt: { kind: 'delivery', receiver: 'steueramt' } },
};

type Editable = Record<string, unknown> & {
  data: { properties: Record<string, JsonObject>; required: string[] };
  steps: JsonObject[];
  services: Record<string, JsonObject>;
};

/** Compares the form with what a change makes of it. */
function changes(edit: (form: Editable) => void): readonly FormChange[] {
  const form = structuredClone(base) as unknown as Editable;
  edit(form);
  const [before, after] = [base, form].map((one) => resolveForm(one as unknown as FormDefinition, library).resolved);
  if (!before || !after) throw new TypeError('the form does not resolve');
  return compareForms(before, after);
}

const property = (name: string, more: JsonObject) => (form: Editable) => {
  form.data.properties[name] = { ...form.data.properties[name], ...more };
};

const without = (name: string) => (form: Editable) => {
  const { [name]: _, ...rest } = form.data.properties;
  form.data.properties = rest;
};

describe('comparing two versions', () => {
  test('finds nothing in the same form', () => {
    expect(changes(() => {})).toEqual([]);
  });

  test.each<[string, (form: Editable) => void, Partial<FormChange>]>([
    [
      'a removed field breaks receivers and drafts',
      without('rasse'),
      { code: 'field-removed', breaks: ['receivers', 'drafts'] },
    ],
    [
      'a removed field whose answer is taken over breaks receivers only',
      (form) => {
        without('rasse')(form);
        form.migrations = [{ from: ['1.0.0'], drop: ['/rasse'] }];
      },
      { code: 'field-removed', breaks: ['receivers'] },
    ],
    ['a removed computed field breaks no draft', without('steuer'), { code: 'field-removed', breaks: ['receivers'] }],
    [
      'a new field breaks nothing',
      property('farbe', { type: 'string', title: 'Farbe' }),
      { code: 'field-added', breaks: [], level: 'minor' },
    ],
    [
      'another type breaks both',
      property('name', { type: 'integer', maxLength: undefined as never }),
      { code: 'type-changed', breaks: ['receivers', 'drafts'] },
    ],
    ['a text that becomes a date breaks both', property('name', { format: 'date' }), { code: 'type-changed' }],
    [
      'a longer text may not fit the receiver',
      property('name', { maxLength: 80 }),
      { code: 'constraint-loosened', breaks: ['receivers'] },
    ],
    [
      'a shorter text asks people to mend it',
      property('name', { maxLength: 40 }),
      { code: 'constraint-tightened', breaks: [], level: 'minor' },
    ],
    [
      'a new option is unknown to receivers',
      property('rasse', { oneOf: [...(base.data.properties.rasse.oneOf ?? []), { const: 'mops', title: 'Mops' }] }),
      { code: 'option-added', breaks: ['receivers'], params: expect.objectContaining({ options: '"mops"' }) },
    ],
    [
      'an option that is gone loses answers',
      property('rasse', { oneOf: [{ const: 'pudel', title: 'Pudel' }] }),
      { code: 'option-removed', breaks: ['drafts'], level: 'major' },
    ],
    [
      'what need not be answered may be absent',
      (form) => {
        form.data.required = [];
      },
      { code: 'required-removed', breaks: ['receivers'] },
    ],
    [
      'what has to be answered asks more of people',
      (form) => {
        form.data.required.push('rasse');
      },
      { code: 'required-added', level: 'minor' },
    ],
    [
      'a condition on what was always sent breaks receivers',
      property('name', { when: "rasse == 'pudel'" }),
      { code: 'condition-changed', breaks: ['receivers'] },
    ],
    [
      'a condition on what was optional does not',
      property('rasse', { when: "name == 'x'" }),
      { code: 'condition-changed', breaks: [] },
    ],
    [
      'another computation breaks nothing',
      property('steuer', { value: '12000' }),
      { code: 'value-changed', level: 'minor' },
    ],
    [
      'another unit is another amount',
      property('steuer', { unit: 'EUR' }),
      { code: 'unit-changed', breaks: ['receivers'] },
    ],
    [
      'what becomes internal is no longer sent',
      property('rasse', { internal: true }),
      { code: 'hidden-now', breaks: ['receivers'] },
    ],
    [
      'wording is a patch',
      property('name', { title: 'Name des Hundes' }),
      { code: 'texts-changed', level: 'patch', breaks: [] },
    ],
    [
      'a step that is gone',
      (form) => {
        form.steps.pop();
      },
      { code: 'step-removed', side: 'before', level: 'minor' },
    ],
    [
      'another receiver is another counterpart',
      (form) => {
        form.services.amt = { kind: 'delivery', receiver: 'anderes-amt' };
      },
      { code: 'service-changed', breaks: ['receivers'] },
    ],
    [
      'what a block brings counts as the form’s own',
      (form) => {
        form.data.properties.halter = {
          type: 'object',
          title: 'Halter',
          properties: { vorname: { type: 'string', title: 'Vorname' } },
        };
      },
      { code: 'field-removed', params: expect.objectContaining({ template: '/halter/nachname' }) },
    ],
    [
      'fields of entries are compared too',
      property('hunde', {
        items: { type: 'object', properties: { chip: { type: 'string', title: 'Chip', maxLength: 15 } } },
      }),
      { code: 'constraint-tightened', params: expect.objectContaining({ template: '/hunde/*/chip' }) },
    ],
  ])('%s', (_, edit, expected) => {
    expect(changes(edit)).toContainEqual(expect.objectContaining(expected));
  });

  test('a group that is gone is said once, not for each of its fields', () => {
    const found = changes(without('halter')).filter(({ code }) => code === 'field-removed');
    expect(found.map(({ params }) => params.template)).toEqual(['/halter']);
  });

  test('sentences name the field and what is different', () => {
    const [change] = changes(property('name', { maxLength: 80 }));
    expect(change && changeSentence(change)).toBe('"Rufname" (/name) takes more than before: maxLength: 60 → 80');
  });
});

describe('versions', () => {
  test('the strongest change decides', () => {
    expect(levelOf(changes(without('rasse')))).toBe('major');
    expect(levelOf(changes(property('name', { title: 'Name' })))).toBe('patch');
    expect(levelOf([])).toBeUndefined();
  });

  test.each([
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'patch', '1.2.4'],
    ['0.2.3', 'major', '0.3.0'],
    ['0.2.3', 'minor', '0.2.4'],
    ['eins', 'minor', undefined],
  ] as const)('after %s a %s change needs %s', (version, level, expected) => {
    expect(nextVersion(version, level)).toBe(expected);
  });
});
