import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldSchema, FormDefinition } from '../form.generated.ts';
import { type Library, withBuiltIns } from '../library.ts';
import { originOf } from './origin-of.ts';
import { resolveForm } from './resolve-form.ts';

const library: Library = withBuiltIns({
  blocks: {
    'city/tier': {
      id: 'city/tier',
      schema: {
        type: 'object',
        title: 'Tier',
        $defs: { marke: { type: 'string', title: 'Marke', maxLength: 10 } },
        properties: {
          name: { type: 'string', title: 'Name', maxLength: 60 },
          art: { type: 'string', title: 'Art', options: 'list:tiere@1' },
          marke: { $ref: '#/$defs/marke' },
        },
        required: ['name'],
        checks: [{ id: 'name', assert: "self.name != 'x'", message: 'Nicht x.' }],
        messages: { required: 'Geben Sie das Tier an.' },
      },
      locales: { en: { '#title': { text: 'Animal' }, '/marke#title': { text: 'Tag' } } },
    },
    'city/kreis': {
      id: 'city/kreis',
      schema: { type: 'object', properties: { wieder: { $ref: 'block:city/kreis' } } },
    },
  },
  lists: {
    'tiere@1': {
      id: 'tiere',
      version: '1',
      title: 'Tiere',
      language: 'de',
      entries: [
        { const: 'hund', title: 'Hund', description: 'Auch Welpen.' },
        { const: 'katze', title: 'Katze', about: { key: 'K' } },
      ],
      locales: { en: { hund: 'Dog', katze: 'Cat' } },
    },
  },
});

function form(properties: Record<string, FieldSchema>, more: Partial<FormDefinition> = {}): FormDefinition {
  const { data, ...rest } = more;
  return {
    id: 'probe',
    version: '1.0.0',
    language: 'de',
    title: 'Probe',
    steps: [{ id: 'eins', title: 'Eins', fields: Object.keys(properties).map((name) => `/${name}`) }],
    ...rest,
    data: { type: 'object', properties, ...data },
  };
}

function resolve(definition: FormDefinition) {
  const { resolved, problems } = resolveForm(definition, library);
  if (!resolved) expect.fail('not resolved');
  return { resolved, problems, fields: resolved.form.data.properties ?? {} };
}

describe('resolveForm', () => {
  it('inlines blocks, definitions and lists, with the keys of their texts', () => {
    const { resolved, problems, fields } = resolve(
      form(
        { tier: { $ref: 'block:city/tier' }, hunde: { type: 'array', items: { $ref: '#/$defs/hund' } } },
        { data: { $defs: { hund: { type: 'object', properties: { rasse: { type: 'string', title: 'Rasse' } } } } } },
      ),
    );
    expect(problems).toEqual([]);
    expect(fields.tier).toMatchObject({
      type: 'object',
      title: 'Tier',
      properties: {
        art: {
          options: 'list:tiere@1',
          oneOf: [
            { const: 'hund', title: 'Hund', description: 'Auch Welpen.' },
            { const: 'katze', title: 'Katze', about: { key: 'K' } },
          ],
        },
        marke: { type: 'string', title: 'Marke', maxLength: 10 },
      },
    });
    expect(resolved.form.data.$defs).toBeUndefined();
    expect(JSON.stringify(resolved.form)).not.toContain('$ref');
    expect(resolved.texts).toMatchObject({
      'form#title': 'Probe',
      'step:eins#title': 'Eins',
      'block:city/tier#title': 'Tier',
      'block:city/tier/name#title': 'Name',
      'block:city/tier/def:marke#title': 'Marke',
      'block:city/tier#check:name': 'Nicht x.',
      'block:city/tier#message:required': 'Geben Sie das Tier an.',
      'list:tiere@1#hund': 'Hund',
      'list:tiere@1#description:hund': 'Auch Welpen.',
      'def:hund/rasse#title': 'Rasse',
    });
    expect(resolved.keys['/data/properties/hunde/items/properties/rasse/title']).toBe('def:hund/rasse#title');
    expect(resolved.keys['/data/properties/tier/properties/art/oneOf/0/title']).toBe('list:tiere@1#hund');
  });

  it('lets annotations beside a reference replace, constraints add up, properties merge by name', () => {
    const { resolved, problems, fields } = resolve(
      form({
        tier: {
          $ref: 'block:city/tier',
          title: 'Ihr Tier',
          required: ['art'],
          checks: [{ id: 'name', assert: 'true', message: 'Anders.' }],
          messages: { minItems: 'Neu.' },
          properties: {
            name: { maxLength: 80, minLength: 2, pattern: '^(?:[a-z]+)$', title: 'Rufname' },
            art: { enum: ['katze'] },
            neu: { type: 'boolean', title: 'Neu?' },
          },
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(fields.tier).toMatchObject({
      title: 'Ihr Tier',
      required: ['name', 'art'],
      checks: [{ id: 'name', assert: 'true' }],
      messages: { required: 'Geben Sie das Tier an.', minItems: 'Neu.' },
      properties: {
        name: { title: 'Rufname', maxLength: 60, minLength: 2, pattern: '^(?:[a-z]+)$' },
        art: { oneOf: [{ const: 'katze' }] },
      },
    });
    expect(Object.keys(fields.tier?.properties ?? {})).toEqual(['name', 'art', 'marke', 'neu']);
    expect(fields.tier?.properties?.art).not.toHaveProperty('enum');
    expect(resolved.keys).toMatchObject({
      '/data/properties/tier/title': '/tier#title',
      '/data/properties/tier/properties/name/title': '/tier/name#title',
      '/data/properties/tier/properties/marke/title': 'block:city/tier/def:marke#title',
    });
  });

  it('joins patterns so that both must match', () => {
    const { fields } = resolve(
      form(
        { a: { $ref: '#/$defs/a', pattern: '^(?:.*\\d)$' } },
        { data: { $defs: { a: { type: 'string', pattern: '^(?:[a-z]+\\d*|-)$' } } } },
      ),
    );
    const pattern = new RegExp(fields.a?.pattern ?? '', 'u');
    expect(['abc1', 'abc', '-', '1', 'a1\n'].map((text) => pattern.test(text))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('knows where everything was written', () => {
    const { resolved } = resolve(
      form(
        {
          tier: { $ref: 'block:city/tier', title: 'Ihr Tier', properties: { name: { title: 'Rufname' } } },
          b: { $ref: '#/$defs/b' },
        },
        { data: { $defs: { b: { type: 'string', title: 'B' } } } },
      ),
    );
    const at = (pointer: string): string => {
      const { file, at: place } = originOf(resolved, pointer);
      return `${file} ${place}`;
    };
    expect(at('')).toBe('form.json ');
    expect(at('/steps/0/title')).toBe('form.json /steps/0/title');
    expect(at('/data/properties/tier')).toBe('form.json /data/properties/tier');
    expect(at('/data/properties/tier/title')).toBe('form.json /data/properties/tier/title');
    expect(at('/data/properties/tier/type')).toBe('block:city/tier /schema/type');
    expect(at('/data/properties/tier/checks/0/assert')).toBe('block:city/tier /schema/checks/0/assert');
    expect(at('/data/properties/tier/properties/name/title')).toBe(
      'form.json /data/properties/tier/properties/name/title',
    );
    expect(at('/data/properties/tier/properties/name/maxLength')).toBe(
      'block:city/tier /schema/properties/name/maxLength',
    );
    expect(at('/data/properties/tier/properties/marke/title')).toBe('block:city/tier /schema/$defs/marke/title');
    expect(at('/data/properties/tier/properties/art/oneOf/1/title')).toBe('list:tiere@1 /entries/1/title');
    expect(at('/data/properties/b/title')).toBe('form.json /data/$defs/b/title');
  });

  it('takes texts of blocks and lists in the language of the form', () => {
    const { resolved } = resolve(form({ tier: { $ref: 'block:city/tier' } }, { language: 'en' }));
    expect(resolved.texts).toMatchObject({
      'block:city/tier#title': 'Animal',
      'block:city/tier/name#title': 'Name',
      'list:tiere@1#hund': 'Dog',
    });
  });

  it('makes a choice of a plain enum', () => {
    const { resolved, fields } = resolve(form({ groesse: { type: 'string', enum: ['S', 'M'] } }));
    expect(fields.groesse?.oneOf).toEqual([
      { const: 'S', title: 'S' },
      { const: 'M', title: 'M' },
    ]);
    expect(resolved.texts['/groesse#option:M']).toBe('M');
    expect(originOf(resolved, '/data/properties/groesse/oneOf/1/title').at).toBe(
      '/data/properties/groesse/enum/1/title',
    );
  });

  it('keys the texts of the frame', () => {
    const { resolved } = resolve(
      form(
        { a: { type: 'string', title: 'A', unit: 'Hunde', oneOf: [{ const: 'x', title: 'X', description: 'H' }] } },
        {
          summary: 'S',
          checks: [{ id: 'c', assert: 'true', message: 'M' }],
          services: { login: { kind: 'identity', title: 'Konto' } },
          steps: [
            { id: 'eins', title: 'Eins', fields: ['/a', { id: 'hinweis', title: 'T', text: 'Text' }] },
            { id: 'ende', kind: 'exit', title: 'Ende', text: 'Schluss' },
          ],
        },
      ),
    );
    expect(resolved.keys).toEqual({
      '/title': 'form#title',
      '/summary': 'form#summary',
      '/checks/0/message': 'form#check:c',
      '/services/login/title': 'service:login#title',
      '/steps/0/title': 'step:eins#title',
      '/steps/0/fields/1/title': 'text:hinweis#title',
      '/steps/0/fields/1/text': 'text:hinweis#text',
      '/steps/1/title': 'step:ende#title',
      '/steps/1/text': 'step:ende#text',
      '/data/properties/a/title': '/a#title',
      '/data/properties/a/unit': '/a#unit',
      '/data/properties/a/oneOf/0/title': '/a#option:x',
      '/data/properties/a/oneOf/0/description': '/a#optionDescription:x',
    });
  });
});

describe('what cannot be resolved', () => {
  it.each<[string, FieldSchema, string, string]>([
    ['an unknown block', { $ref: 'block:hund' }, 'ref-unknown-block', '/$ref'],
    ['an inherited name as block', { $ref: 'block:constructor' }, 'ref-unknown-block', '/$ref'],
    ['an unknown definition', { $ref: '#/$defs/hund' }, 'ref-unknown-definition', '/$ref'],
    ['a remote reference', { $ref: 'https://example.org/x.json' }, 'ref-refused', '/$ref'],
    ['a reference elsewhere', { $ref: '#/properties/a' }, 'ref-refused', '/$ref'],
    ['an unknown list', { type: 'string', options: 'list:nichts@1' }, 'list-unknown', '/options'],
    ['another type than the block', { $ref: 'block:person', type: 'string' }, 'ref-conflict', '/type'],
    [
      'an option outside the list',
      { type: 'string', options: 'list:tiere@1', enum: ['maus'] },
      'option-unknown',
      '/enum/0',
    ],
    [
      'a reworded option outside the list',
      { type: 'string', options: 'list:tiere@1', oneOf: [{ const: 'maus', title: 'Maus' }] },
      'option-unknown',
      '/oneOf/0',
    ],
    ['definitions inside', { type: 'object', $defs: { x: {} }, properties: {} }, 'defs-misplaced', '/$defs'],
  ])('reports %s where it stands', (_, field, code, path) => {
    const { problems } = resolve(form({ a: field }));
    expect(problems).toMatchObject([{ code, severity: 'error', file: 'form.json', at: `/data/properties/a${path}` }]);
    expect(problems[0]?.message).not.toMatch(/\{\w+\}/);
  });

  it('reports cycles with their names, in definitions and in blocks', () => {
    const { problems } = resolve(
      form(
        { a: { $ref: '#/$defs/a' }, k: { $ref: 'block:city/kreis' } },
        {
          data: {
            $defs: {
              a: { type: 'object', properties: { b: { $ref: '#/$defs/b' } } },
              b: { type: 'array', items: { $ref: '#/$defs/a' } },
            },
          },
        },
      ),
    );
    expect(problems).toMatchObject([
      { code: 'ref-cycle', at: '/data/$defs/b/items/$ref', params: { cycle: '#/$defs/a → #/$defs/b → #/$defs/a' } },
      { code: 'ref-cycle', file: 'block:city/kreis', at: '/schema/properties/wieder/$ref' },
    ]);
  });

  it('reports all problems at once, each in a block once', () => {
    const { problems } = resolve(
      form({
        a: { $ref: 'block:x' },
        k: { $ref: 'block:city/kreis' },
        l: { $ref: 'block:city/kreis' },
        c: { $ref: '#/y' },
      }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['ref-unknown-block', 'ref-cycle', 'ref-refused']);
  });

  it('refuses definitions that multiply without end and answers without bottom', () => {
    const $defs: Record<string, FieldSchema> = { d0: { type: 'string' } };
    for (let level = 1; level < 30; level++) {
      const $ref = `#/$defs/d${level - 1}`;
      $defs[`d${level}`] = { type: 'object', properties: { a: { $ref }, b: { $ref } } };
    }
    expect(resolve(form({ x: { $ref: '#/$defs/d29' } }, { data: { $defs } })).problems).toMatchObject([
      { code: 'data-too-large' },
    ]);

    let deep: FieldSchema = { type: 'string' };
    for (let level = 0; level < 5000; level++) deep = { type: 'object', properties: { a: deep } };
    expect(resolve(form({ x: deep })).problems).toMatchObject([{ code: 'data-too-deep' }]);
  });

  it('gives a problem for references that lead from one to the next without end', () => {
    const chain = Array.from(
      { length: 10_000 },
      (_, index) => [`d${index}`, { $ref: `#/$defs/d${index + 1}` }] as const,
    );
    const $defs = Object.fromEntries([...chain, ['d10000', { type: 'string' }]]);
    const { problems } = resolve(form({ x: { $ref: '#/$defs/d0' } }, { data: { $defs } }));
    expect(problems).toMatchObject([{ code: 'ref-too-long', params: { limit: 100 } }]);
  });

  it('takes no harm from names of JavaScript', () => {
    const definition: FormDefinition = JSON.parse(`{
      "id": "probe", "version": "1.0.0", "language": "de", "title": "Probe", "__proto__": { "language": "en" },
      "data": { "type": "object", "__proto__": { "title": "böse" },
        "properties": { "__proto__": { "type": "string", "polluted": true }, "constructor": { "type": "string" },
                        "a": { "$ref": "#/$defs/__proto__", "messages": { "__proto__": "x" } } },
        "$defs": { "__proto__": { "type": "string", "title": "Def" } } },
      "steps": [{ "id": "__proto__", "title": "Eins" }] }`);
    const { resolved, problems, fields } = resolve(definition);
    expect(problems.map(({ code }) => code)).toEqual(['name-dangerous', 'name-dangerous']);
    expect(Object.keys(fields)).toEqual(['a']);
    expect(resolved.form.data.title).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('leaves out what has a wrong shape and never throws, whatever the form is', () => {
    const keyword = fc.constantFrom(
      ...['type', 'properties', 'items', '$ref', '$defs', 'oneOf', 'options', 'enum', 'checks', 'messages', 'title'],
      ...[
        'data',
        'steps',
        'services',
        'fields',
        'id',
        'required',
        'pattern',
        'a',
        '__proto__',
        'review',
        'language',
        'unit',
      ],
    );
    const leaf = fc.oneof(
      fc.constantFrom(
        'object',
        'array',
        'string',
        '#/$defs/a',
        '#/$defs/__proto__',
        'block:person',
        'list:tiere@1',
        '/a',
      ),
      fc.jsonValue(),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
      object: fc.dictionary(keyword, tie('value'), { maxKeys: 5 }),
    }));
    const any = value as fc.Arbitrary<never>;
    fc.assert(
      fc.property(any, any, (data, frame) => {
        resolveForm(frame, library);
        const { resolved, problems } = resolveForm({ ...form({}), data }, library);
        for (const problem of problems) expect(problem.message).toBeTypeOf('string');
        for (const pointer of Object.keys(resolved?.keys ?? {})) {
          if (resolved) expect(originOf(resolved, pointer).file).toMatch(/^form\.json$|^block:|^list:/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
