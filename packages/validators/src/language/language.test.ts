import { withBuiltIns } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  complete,
  type DeclaringForm,
  definitionAt,
  nameStretch,
  readDocument,
  rename,
  type TextEdit,
} from './index.ts';

const library = withBuiltIns({
  blocks: {},
  lists: { 'farben@1': { id: 'farben', version: '1', title: 'Farben', language: 'de', entries: [] } },
});

const form = {
  id: 'hund',
  define: { alt: 'hunde.exists(h, h.wurftag < today())' },
  data: {
    type: 'object',
    $defs: { chip: { type: 'string', title: 'Chip' } },
    properties: {
      name: { type: 'string', title: 'Name' },
      halter: { $ref: 'block:person', properties: { vorname: { title: 'Rufname' } } },
      hunde: {
        type: 'array',
        title: 'Hunde',
        items: {
          type: 'object',
          title: '{{self.name}} von {{halter.vorname}}',
          properties: {
            name: { type: 'string', title: 'Rufname', when: "self.wurftag != null && name == 'x'" },
            wurftag: {
              type: 'string',
              format: 'date',
              title: 'Wurftag',
              checks: [{ id: 'a', assert: 'self.wurftag < today()', at: 'wurftag' }],
            },
            chip: { $ref: '#/$defs/chip' },
          },
          required: ['name'],
        },
      },
      farbe: { type: 'string', options: 'list:farben@1', when: 'hunde[0].name == name' },
    },
    required: ['name'],
  },
  steps: [
    { id: 'a', title: 'Hallo {{name}}', fields: ['/name', '/halter', '/hunde'], when: 'alt' },
    { id: 'b', title: 'B', forEach: '/hunde', when: 'item.name == self.name', fields: ['/hunde/*/name'] },
  ],
};

/** The form with a cursor: the text `|` in what is put in at a place. */
function at(change: (copy: Record<string, never> & typeof form) => void) {
  const copy = structuredClone(form) as Record<string, never> & typeof form;
  change(copy);
  const marked = JSON.stringify(copy, null, 2);
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = readDocument(text);
  const context: DeclaringForm = { form: document.json, library };
  return { text, offset, document, context };
}

const labels = (change: Parameters<typeof at>[0]) => {
  const { document, context, offset } = at(change);
  return complete(document, context, offset).map(({ label }) => label);
};

describe('completion', () => {
  test('in an expression offers fields, named expressions, self and functions', () => {
    const found = labels((copy) => (copy.data.properties.farbe.when = 'na|'));
    expect(found).toEqual(
      expect.arrayContaining(['name', 'halter', 'hunde', 'farbe', 'alt', 'self', 'age', 'answered']),
    );
    expect(found).not.toContain('item');
  });

  test('behind a dot offers the members of the group, of blocks too', () => {
    expect(labels((copy) => (copy.data.properties.farbe.when = 'halter.|'))).toEqual([
      'vorname',
      'nachname',
      'geburtsdatum',
    ]);
    expect(labels((copy) => (copy.data.properties.farbe.when = 'hunde[0].ch|'))).toEqual(['name', 'wurftag', 'chip']);
  });

  test('knows variables of macros, and what self and item are', () => {
    expect(labels((copy) => (copy.define.alt = 'hunde.exists(h, h.|'))).toEqual(['name', 'wurftag', 'chip']);
    expect(labels((copy) => (copy.define.alt = 'hunde.exists(hund, |'))).toContain('hund');
    expect(labels((copy) => (copy.data.properties.hunde.items.properties.name.when = 'self.|'))).toEqual([
      'name',
      'wurftag',
      'chip',
    ]);
    expect(labels((copy) => ((copy.steps[1] as { when: string }).when = 'item.|'))).toEqual([
      'name',
      'wurftag',
      'chip',
    ]);
  });

  test('in a text works between braces only', () => {
    expect(labels((copy) => ((copy.steps[0] as { title: string }).title = 'Hallo {{na|}}'))).toContain('name');
    expect(labels((copy) => ((copy.steps[0] as { title: string }).title = 'Hallo na|'))).toEqual([]);
  });

  test('offers pointers, blocks, lists and siblings where they belong', () => {
    expect(labels((copy) => ((copy.steps[0] as { fields: string[] }).fields = ['/|']))).toEqual(
      expect.arrayContaining(['/name', '/halter/vorname', '/hunde', '/hunde/*/chip']),
    );
    expect(labels((copy) => ((copy.steps[1] as { forEach: string }).forEach = '|'))).toEqual(['/hunde']);
    expect(labels((copy) => (copy.data.properties.halter.$ref = 'b|'))).toEqual(
      expect.arrayContaining(['block:person', '#/$defs/chip']),
    );
    expect(labels((copy) => (copy.data.properties.farbe.options = '|'))).toEqual(['list:farben@1']);
    expect(labels((copy) => (copy.data.required = ['|']))).toEqual(['name', 'halter', 'hunde', 'farbe']);
  });

  test('replaces what has been typed', () => {
    const { text, document, context, offset } = at(
      (copy) => (copy.data.properties.farbe.when = "name == 'x' && hal| == 'y'"),
    );
    const [suggestion] = complete(document, context, offset).filter(({ label }) => label === 'halter');
    expect(suggestion && text.slice(suggestion.replaces.start, suggestion.replaces.end)).toBe('hal');
  });

  test('never throws on what is half written', () => {
    const whole = JSON.stringify(form, null, 2);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 6 }), (start, cut, typed) => {
        const text = whole.slice(0, start) + typed + whole.slice(Math.min(whole.length, start + (cut % 40)));
        const document = readDocument(text);
        const context = { form: document.json, library };
        complete(document, context, start + typed.length);
        definitionAt(document, context, start);
        rename({ 'form.json': text }, context, start, 'neu');
      }),
      { numRuns: 500 },
    );
  });
});

describe('definitions', () => {
  const definition = (change: Parameters<typeof at>[0]) => {
    const { document, context, offset } = at(change);
    const found = definitionAt(document, context, offset);
    return found && `${found.file}#/${found.path.join('/')}`;
  };

  test.each<[string, Parameters<typeof at>[0], string | undefined]>([
    [
      'a field in an expression',
      (copy) => (copy.data.properties.farbe.when = 'na|me == 1'),
      'form.json#/data/properties/name',
    ],
    [
      'a member of a block',
      (copy) => (copy.define.alt = 'halter.nach|name == 1'),
      'block:person#/schema/properties/nachname',
    ],
    ['a named expression', (copy) => ((copy.steps[0] as { when: string }).when = 'al|t'), 'form.json#/define/alt'],
    [
      'a pointer',
      (copy) => ((copy.steps[1] as { fields: string[] }).fields = ['/hunde/*/chi|p']),
      'form.json#/data/properties/hunde/items/properties/chip',
    ],
    ['a block', (copy) => (copy.data.properties.halter.$ref = 'block:per|son'), 'block:person#/schema'],
    ['a list', (copy) => (copy.data.properties.farbe.options = 'list:far|ben@1'), 'list:farben@1#/'],
    ['a function', (copy) => (copy.define.alt = 'to|day() > today()'), undefined],
  ])('%s', (_, change, expected) => {
    expect(definition(change)).toBe(expected);
  });
});

describe('renaming', () => {
  const applied = (text: string, edits: readonly TextEdit[] = []) =>
    [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((done, { start, end, text: to }) => done.slice(0, start) + to + done.slice(end), text);

  const locale = JSON.stringify(
    { '/hunde/*/name#title': { text: 'Name' }, '/name#title': { text: 'Your name' } },
    null,
    2,
  );
  const cases = JSON.stringify(
    {
      name: 'Fall',
      answers: { name: 'Erika', hunde: [{ name: 'Bello' }] },
      expect: { problems: [{ at: '/hunde/0/name', code: 'x' }], values: { '/name': 'Erika' } },
    },
    null,
    2,
  );

  function renamed(path: (string | number)[], to: string) {
    const text = JSON.stringify(form, null, 2);
    const document = readDocument(text);
    const context = { form: document.json, library };
    const texts = { 'form.json': text, 'locales/en.json': locale, 'cases/fall.json': cases };
    const edits = rename(texts, context, nameStretch(document, path)?.start ?? -1, to) ?? {};
    return Object.fromEntries(
      Object.entries(texts).map(([file, content]) => [file, JSON.parse(applied(content, edits[file]))]),
    );
  }

  test('a field of an entry changes everywhere, and its namesake nowhere', () => {
    const files = renamed(['data', 'properties', 'hunde', 'items', 'properties', 'name'], 'rufname');
    const { data, steps } = files['form.json'];
    const { items } = data.properties.hunde;
    expect(Object.keys(items.properties)).toEqual(['rufname', 'wurftag', 'chip']);
    expect(items.required).toEqual(['rufname']);
    expect(items.title).toBe('{{self.rufname}} von {{halter.vorname}}');
    expect(data.required).toEqual(['name']);
    expect(data.properties.farbe.when).toBe('hunde[0].rufname == name');
    expect(steps[0]).toMatchObject({ title: 'Hallo {{name}}', fields: ['/name', '/halter', '/hunde'] });
    expect(steps[1]).toMatchObject({ when: 'item.rufname == self.rufname', fields: ['/hunde/*/rufname'] });
    expect(Object.keys(files['locales/en.json'])).toEqual(['/hunde/*/rufname#title', '/name#title']);
    expect(files['cases/fall.json']).toEqual({
      name: 'Fall',
      answers: { name: 'Erika', hunde: [{ rufname: 'Bello' }] },
      expect: { problems: [{ at: '/hunde/0/rufname', code: 'x' }], values: { '/name': 'Erika' } },
    });
  });

  test('checks, macros and named expressions follow', () => {
    const { data, define } = renamed(['data', 'properties', 'hunde', 'items', 'properties', 'wurftag'], 'geboren')[
      'form.json'
    ];
    expect(define.alt).toBe('hunde.exists(h, h.geboren < today())');
    expect(data.properties.hunde.items.properties.geboren.checks).toEqual([
      { id: 'a', assert: 'self.geboren < today()', at: 'geboren' },
    ]);
    expect(renamed(['define', 'alt'], 'welpe')['form.json'].steps[0].when).toBe('welpe');
  });

  test('what cannot be a name, or is no name, is left alone', () => {
    const text = JSON.stringify(form);
    const document = readDocument(text);
    const context = { form: document.json, library };
    expect(
      rename({ 'form.json': text }, context, nameStretch(document, ['define', 'alt'])?.start ?? -1, 'neuer name'),
    ).toBeUndefined();
    expect(rename({ 'form.json': text }, context, text.indexOf('"type"') + 2, 'art')).toBeUndefined();
  });
});
