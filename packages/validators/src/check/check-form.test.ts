import type { FormSource, JsonValue, Library, LocaleTexts } from '@schalter/definition';
import { textHash } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { advices } from './advice/index.ts';
import { type CheckOptions, checkForm as checkWithAdvice } from './check-form.ts';

// Many runs of generated values, and analysis of patterns: slow where others work on the same machine.
vi.setConfig({ testTimeout: 120_000 });

/** A small sound form, to be broken in one place by each test. */
const sound = {
  $schema: 'https://schalter.dev/form/v1.json',
  id: 'hund-anmelden',
  version: '1.0.0',
  language: 'de',
  title: 'Hund anmelden',
  define: { alt: 'anzahl > 3' },
  data: {
    type: 'object',
    $defs: { kurz: { type: 'string', title: 'Kurz', maxLength: 20 } },
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 60, format: 'din91379-b' },
      anzahl: { type: 'integer', title: 'Anzahl', minimum: 1 },
      farbe: {
        type: 'string',
        title: 'Farbe',
        oneOf: [
          { const: 'rot', title: 'Rot' },
          { const: 'blau', title: 'Blau' },
        ],
      },
      kurz: { $ref: '#/$defs/kurz' },
    },
    required: ['name'],
  },
  steps: [{ id: 'angaben', title: 'Ihre Angaben', fields: ['/name', '/anzahl', '/farbe', '/kurz'] }],
};

const library: Library = { blocks: {}, lists: {} };

/** Advice has tests of its own: its pages in docs/checks. */
const withoutAdvice = Object.fromEntries(advices.map(({ code }) => [code, 'off' as const]));

function checkForm(form: FormSource, shared: Library, options: CheckOptions = {}) {
  return checkWithAdvice(form, shared, { severities: withoutAdvice, ...options });
}

function source(form: unknown, locales: FormSource['locales'] = {}, cases: FormSource['cases'] = {}): FormSource {
  return { form: form as FormSource['form'], locales, cases };
}

/** The sound form with a value put in at a JSON Pointer; `undefined` takes it away. */
function broken(pointer: string, value: JsonValue | undefined): unknown {
  const form: Record<string, unknown> = structuredClone(sound);
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replace(/~1/gu, '/').replace(/~0/gu, '~'));
  const last = names.pop() ?? '';
  // Whatever a pointer leads to here has members.
  const holder = names.reduce((inner, name) => inner[name] as Record<string, unknown>, form);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return form;
}

type Row = readonly [
  what: string,
  pointer: string,
  value: JsonValue | undefined,
  code: string,
  at: string,
  message?: RegExp,
];

/** What is broken where, and the code and pointer that must be among the errors. */
const table: readonly Row[] = [
  // structure
  [
    'a misspelt keyword',
    '/data/properties/name/maxLenght',
    60,
    'keyword-unknown',
    '/data/properties/name/maxLenght',
    /did you mean "maxLength"/u,
  ],
  ['a misspelt keyword of the form', '/titel', 'x', 'keyword-unknown', '/titel', /did you mean "title"/u],
  ['a misspelt keyword of a step', '/steps/0/field', [], 'keyword-unknown', '/steps/0/field', /did you mean "fields"/u],
  ['a missing keyword', '/version', undefined, 'keyword-missing', '', /"version" is missing/u],
  ['no data', '/data', undefined, 'keyword-missing', ''],
  ['a number for a text', '/title', 5, 'value-type', '/title', /Here a text is needed, not a number/u],
  ['a text for a number', '/data/properties/anzahl/minimum', '1', 'value-type', '/data/properties/anzahl/minimum'],
  [
    'a type that does not exist',
    '/data/properties/name/type',
    'text',
    'value-unknown',
    '/data/properties/name/type',
    /possible are "string"/u,
  ],
  [
    'a misspelt control',
    '/data/properties/name/control',
    'textaera',
    'value-unknown',
    '/data/properties/name/control',
    /did you mean "textarea"/u,
  ],
  [
    'a misspelt format',
    '/data/properties/name/format',
    'din91379-x',
    'value-unknown',
    '/data/properties/name/format',
    /did you mean "din91379-a"/u,
  ],
  ['an id with spaces', '/id', 'Hund anmelden', 'value-written', '/id', /Lower-case letters/u],
  ['a version that is none', '/version', '1', 'value-written', '/version'],
  ['an empty title', '/title', '', 'value-size', '/title', /at least 1/u],
  ['no steps', '/steps', [], 'value-size', '/steps', /The number of entries must be at least 1/u],
  ['a pointer without slash', '/steps/0/fields/0', 'name', 'value-written', '/steps/0/fields/0'],
  [
    'a text block without text',
    '/steps/0/fields/0',
    { id: 'hinweis' },
    'keyword-missing',
    '/steps/0/fields/0',
    /"text"/u,
  ],
  [
    'a number as content of a step',
    '/steps/0/fields/0',
    5,
    'value-type',
    '/steps/0/fields/0',
    /a text or an object is needed/u,
  ],
  ['the same name required twice', '/data/required', ['name', 'name'], 'entry-twice', '/data/required'],
  [
    'properties on a text',
    '/data/properties/name/properties',
    {},
    'keyword-misplaced',
    '/data/properties/name/properties',
    /"object"/u,
  ],
  [
    'items on a text',
    '/data/properties/name/items',
    { type: 'string' },
    'keyword-misplaced',
    '/data/properties/name/items',
  ],
  [
    'changeable without prefill',
    '/data/properties/name/changeable',
    true,
    'keyword-misplaced',
    '/data/properties/name/changeable',
  ],
  [
    'what is passed along to a mail',
    '/services',
    { post: { kind: 'mail', with: { name: 'name' } } },
    'keyword-misplaced',
    '/services/post/with',
    /"lookup"/u,
  ],
  [
    'a strict check',
    '/services',
    { bank: { kind: 'lookup', for: 'check', strict: true } },
    'keyword-misplaced',
    '/services/bank/strict',
  ],
  ['a lookup without purpose', '/services', { bank: { kind: 'lookup' } }, 'keyword-missing', '/services/bank'],
  ['text on a page', '/steps/0/text', 'x', 'keyword-misplaced', '/steps/0/text'],
  ['handover on a page', '/steps/0/handover', 'x', 'keyword-misplaced', '/steps/0/handover'],
  [
    'an option without title',
    '/data/properties/farbe/oneOf/0',
    { const: 'rot' },
    'keyword-missing',
    '/data/properties/farbe/oneOf/0',
  ],
  // keywords of JSON Schema that the language does without
  ['if', '/data/if', {}, 'keyword-refused', '/data/if', /"when"/u],
  ['allOf', '/data/allOf', [], 'keyword-refused', '/data/allOf'],
  ['default', '/data/properties/name/default', 'Rex', 'keyword-refused', '/data/properties/name/default', /"prefill"/u],
  ['oneOf on a group', '/data/oneOf', [{ required: ['name'] }], 'keyword-refused', '/data/oneOf'],
  ['not on a group', '/data/not', { required: ['name'] }, 'keyword-refused', '/data/not'],
  [
    'a list of types',
    '/data/properties/name/type',
    ['string', 'null'],
    'keyword-refused',
    '/data/properties/name/type',
    /one type/u,
  ],
  ['patternProperties', '/data/patternProperties', {}, 'keyword-refused', '/data/patternProperties'],
  [
    'prefixItems',
    '/data/properties/liste',
    { type: 'array', title: 'L', prefixItems: [], items: { type: 'string' } },
    'keyword-refused',
    '/data/properties/liste/prefixItems',
  ],
  ['additionalProperties', '/data/additionalProperties', false, 'keyword-refused', '/data/additionalProperties'],
  // references
  [
    'an unknown block',
    '/data/properties/kurz/$ref',
    'block:persona',
    'ref-unknown-block',
    '/data/properties/kurz/$ref',
  ],
  [
    'an unknown definition',
    '/data/properties/kurz/$ref',
    '#/$defs/lang',
    'ref-unknown-definition',
    '/data/properties/kurz/$ref',
  ],
  [
    'a remote reference',
    '/data/properties/kurz/$ref',
    'https://example.org/schema.json',
    'ref-refused',
    '/data/properties/kurz/$ref',
  ],
  [
    'a definition that contains itself',
    '/data/$defs/kurz',
    { type: 'object', properties: { k: { $ref: '#/$defs/kurz' } } },
    'ref-cycle',
    '/data/$defs/kurz/properties/k/$ref',
  ],
  [
    'an unknown list',
    '/data/properties/farbe',
    { type: 'string', title: 'F', options: 'list:farben@1' },
    'list-unknown',
    '/data/properties/farbe/options',
  ],
  [
    'a constant outside of the options',
    '/data/properties/farbe/enum',
    ['rot', 'gelb'],
    'option-unknown',
    '/data/properties/farbe/enum/1',
  ],
  ['a pointer to no field', '/steps/0/fields/0', '/nam', 'pointer-unknown', '/steps/0/fields/0'],
  ['a required field that does not exist', '/data/required/0', 'nam', 'required-unknown', '/data/required/0'],
  // expressions
  [
    'an expression with a field that does not exist',
    '/data/properties/name/when',
    'anzal > 3',
    'expression-unknown-name',
    '/data/properties/name/when',
    /"anzal"/u,
  ],
  [
    'text compared with a number',
    '/data/properties/name/when',
    'name > 3',
    'expression-compare',
    '/data/properties/name/when',
  ],
  ['an expression that cannot be read', '/define/alt', 'anzahl >', 'expression-syntax', '/define/alt'],
  ['a condition that is a number', '/steps/0/when', 'anzahl + 1', 'expression-result', '/steps/0/when'],
  ['an interpolation of nothing', '/steps/0/title', 'Hund {{hund}}', 'expression-unknown-name', '/steps/0/title'],
  [
    'fields whose conditions wait for each other',
    '/data/properties/name/when',
    "name == 'x'",
    'cycle',
    '/data/properties/name/when',
  ],
  ['defines in a circle', '/define', { a: 'b', b: 'a' }, 'cycle', '/define/a'],
  // names
  [
    'a name with an umlaut',
    '/data/properties/größe',
    { type: 'string', title: 'G' },
    'name-not-allowed',
    '/data/properties/größe',
  ],
  [
    'a name of the language',
    '/data/properties/self',
    { type: 'string', title: 'S' },
    'name-not-allowed',
    '/data/properties/self',
  ],
  ['a field on no step', '/steps/0/fields', ['/name'], 'field-on-no-step', '/data/properties/anzahl'],
  // constants
  [
    'a constant with space around it',
    '/data/properties/farbe/oneOf/0/const',
    'rot ',
    'constant-not-trimmed',
    '/data/properties/farbe/oneOf/0/const',
  ],
  [
    'an empty constant',
    '/data/properties/farbe/oneOf/0/const',
    '',
    'constant-not-trimmed',
    '/data/properties/farbe/oneOf/0/const',
  ],
  [
    'a decomposed constant',
    '/data/properties/farbe/oneOf/0/const',
    'gru\u0308n',
    'constant-not-trimmed',
    '/data/properties/farbe/oneOf/0/const',
  ],
  [
    'an enum with space',
    '/data/properties/name/enum',
    ['a', ' b'],
    'constant-not-trimmed',
    '/data/properties/name/enum/1',
  ],
  // patterns
  [
    'a pattern that is none',
    '/data/properties/name/pattern',
    '^(?:($',
    'pattern-invalid',
    '/data/properties/name/pattern',
  ],
  [
    'a pattern not anchored',
    '/data/properties/name/pattern',
    '\\d+',
    'pattern-not-anchored',
    '/data/properties/name/pattern',
  ],
  [
    'a pattern anchored in its parts only',
    '/data/properties/name/pattern',
    '^(?:a)|(?:b)$',
    'pattern-not-anchored',
    '/data/properties/name/pattern',
  ],
  [
    'a pattern that can explode',
    '/data/properties/name/pattern',
    '^(?:(a+)+b)$',
    'pattern-dangerous',
    '/data/properties/name/pattern',
  ],
  [
    'a pattern of quadratic time',
    '/data/properties/name/pattern',
    '^(?:\\S+@\\S+\\.\\S+)$',
    'pattern-dangerous',
    '/data/properties/name/pattern',
  ],
  [
    'such a pattern inside anyOf',
    '/data/properties/name/anyOf',
    [{ pattern: '^(?:(a|a)*b)$' }],
    'pattern-dangerous',
    '/data/properties/name/anyOf/0/pattern',
  ],
  [
    'such a pattern in an expression',
    '/data/properties/kurz/when',
    "name.matches('^(?:(a+)+b)$')",
    'pattern-dangerous',
    '/data/properties/kurz/when',
  ],
  [
    'such a pattern that splits older answers',
    '/migrations',
    [{ from: ['0.1.0'], split: { '/alt': { pattern: '^(?:(a+)+b)$', into: ['/name'] } } }],
    'pattern-dangerous',
    '/migrations/0/split/~1alt/pattern',
  ],
  [
    'such a pattern in an expression over older answers',
    '/migrations',
    [{ from: ['0.1.0'], old: { '/alt': 'string' }, set: { '/name': "alt.matches('^(?:(a+)+b)$') ? alt : ''" } }],
    'pattern-dangerous',
    '/migrations/0/set/~1name',
  ],
  [
    'a migration to a field that is none',
    '/migrations',
    [{ from: ['0.1.0'], move: { '/alt': '/nahme' } }],
    'migration-place-unknown',
    '/migrations/0/move/~1alt',
  ],
  // texts
  ['a field without title', '/data/properties/name/title', undefined, 'title-missing', '/data/properties/name'],
  ['HTML in Markdown', '/summary', 'Das ist <b>wichtig</b>.', 'markdown-html', '/summary'],
  [
    'HTML in a hint',
    '/data/properties/name/description',
    'x<br>y',
    'markdown-html',
    '/data/properties/name/description',
  ],
  ['a link to a script', '/summary', '[hier](javascript:alert(1))', 'markdown-link', '/summary'],
  ['an interpolation without end', '/steps/0/title', 'Hund {{name', 'interpolation-open', '/steps/0/title'],
];

describe('checkForm', () => {
  it('has nothing against a sound form and hands back its program', async () => {
    const { problems, program, resolved } = await checkForm(source(sound), library);
    expect(problems).toEqual([]);
    expect(program?.id).toBe('hund-anmelden');
    expect(resolved?.form.data).toBeDefined();
  });

  for (const [what, pointer, value, code, at, message = /./u] of table) {
    it(`reports ${what}`, async () => {
      const { problems, program } = await checkForm(source(broken(pointer, value)), library);
      expect(problems.map((problem) => [problem.file, problem.at, problem.code])).toContainEqual([
        'form.json',
        at,
        code,
      ]);
      const problem = problems.find((found) => found.code === code && found.at === at);
      expect(problem?.severity).toBe('error');
      expect(problem?.message).toMatch(message);
      expect(problem?.message).not.toMatch(/(?<!\{)\{\w+\}(?!\})|undefined/u);
      expect(program).toBeUndefined();
    });
  }

  it('reports all problems at once, in all files', async () => {
    const form = {
      ...sound,
      titel: 'x',
      define: { alt: 'anzal > 3' },
      steps: [{ ...sound.steps[0], fields: ['/name'] }],
    };
    const locales = { en: { 'form#title': { text: 5 } } } as unknown as FormSource['locales'];
    const cases = { leer: { name: 'Leer' } } as unknown as FormSource['cases'];
    const { problems } = await checkForm(source(form, locales, cases), library);
    const found = problems.map(({ file, code }) => `${file} ${code}`);
    for (const expected of [
      'form.json keyword-unknown',
      'form.json expression-unknown-name',
      'form.json field-on-no-step',
      'locales/en.json value-type',
      'locales/en.json translation-missing',
      'cases/leer.json keyword-missing',
    ]) {
      expect(found).toContain(expected);
    }
  });

  it('reports what is wrong in blocks and lists of the city there', async () => {
    const city: Library = {
      blocks: {
        'city/maß': {
          id: 'city/mass',
          schema: { type: 'string', title: 'M', pattern: 'x', review: [{ text: 'offen' }] },
        },
      },
      lists: {
        'farben@1': {
          id: 'farben',
          version: '1',
          title: 'Farben',
          language: 'de',
          entries: [{ const: ' rot', title: 'Rot' }],
        },
      },
    };
    const form = broken('/data/properties/farbe', {
      type: 'string',
      title: 'F',
      options: 'list:farben@1',
    }) as typeof sound;
    const data = { ...form.data, properties: { ...form.data.properties, kurz: { $ref: 'block:city/maß' } } };
    const { problems } = await checkForm(source({ ...form, data }), city);
    const found = problems.map(({ file, at, code }) => [file, at, code]);
    expect(found).toContainEqual(['block:city/maß', '/schema/pattern', 'pattern-not-anchored']);
    expect(found).toContainEqual(['block:city/maß', '/schema/review/0', 'review-open']);
    expect(found).toContainEqual(['list:farben@1', '/entries/0/const', 'constant-not-trimmed']);
  });

  it('warns about what is open without stopping the form', async () => {
    const { problems, program } = await checkForm(source(broken('/review', [{ text: 'Gebühr klären' }])), library);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'review-open', at: '/review/0', message: 'Still open: Gebühr klären' },
    ]);
    expect(program).toBeDefined();
  });

  it('takes patterns that are plain, nested but linear, or long but bounded', async () => {
    for (const pattern of [
      '^(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\\d{1,4}[EH]?)$',
      '^(?:\\p{L}+(?: \\p{L}+)*)$',
      '^(?:.{0,2000})$',
      '^(?:[)(]\\))$',
    ]) {
      const { problems } = await checkForm(source(broken('/data/properties/name/pattern', pattern)), library);
      expect(problems, pattern).toEqual([]);
    }
  });
});

describe('checkForm, translations', () => {
  const complete = {
    'form#title': 'Register a dog',
    '/name#title': 'Name',
    '/anzahl#title': 'Number',
    '/farbe#title': 'Colour',
    '/farbe#option:rot': 'Red',
    '/farbe#option:blau': 'Blue',
    'def:kurz#title': 'Short',
    'step:angaben#title': 'Your details',
  };
  const locale = (texts: Readonly<Record<string, string>>): LocaleTexts =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text }]));
  const check = async (language: string, texts: LocaleTexts, form: unknown = sound) => {
    const { problems } = await checkForm(source(form, { [language]: texts }), library);
    return problems.map(({ severity, file, at, code, params }) => ({ severity, file, at, code, key: params.key }));
  };

  it('takes complete ones', async () => {
    expect(await check('en', locale(complete))).toEqual([]);
  });

  it('misses what is not translated, by key', async () => {
    const { '/name#title': _, ...rest } = complete;
    const file = 'locales/en.json';
    expect(await check('en', locale(rest))).toEqual([
      { severity: 'error', file, at: '', code: 'translation-missing', key: '/name#title' },
    ]);
    const [only] = await check('de-x-leicht', locale(rest));
    expect(only).toMatchObject({ severity: 'warning', file: 'locales/de-x-leicht.json', key: '/name#title' });
  });

  it('knows stale ones by the hash of their source', async () => {
    const fresh = { ...locale(complete), 'form#title': { text: 'Register a dog', source: textHash('Hund anmelden') } };
    expect(await check('en', fresh)).toEqual([]);
    const stale = { ...fresh, 'form#title': { text: 'Register a dog', source: '00000000' } };
    expect(await check('en', stale)).toMatchObject([
      { severity: 'warning', at: '/form#title', code: 'translation-stale' },
    ]);
  });

  it('warns about keys nobody asks for and interpolations that differ', async () => {
    expect(await check('en', locale({ ...complete, '/nam#title': 'x' }))).toMatchObject([
      { severity: 'warning', at: '/~1nam#title', code: 'translation-unknown' },
    ]);
    expect(await check('en', locale(complete), broken('/steps/0/title', 'Hund {{name}}'))).toMatchObject([
      { severity: 'warning', at: '/step:angaben#title', code: 'translation-interpolation' },
    ]);
    // Two braces that mean nothing.
    expect(await check('en', locale(complete), broken('/steps/0/title', 'Hund \\{{name}}'))).toEqual([]);
  });

  it('refuses a translation into the form’s own language and broken expressions in translations', async () => {
    expect(await check('de', {})).toMatchObject([
      { severity: 'error', file: 'locales/de.json', code: 'locale-of-form-language' },
    ]);
    const form = broken('/steps/0/title', 'Hund {{name}}');
    const found = await check('en', locale({ ...complete, 'step:angaben#title': 'Dog {{nam}}' }), form);
    expect(found).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'locales/en.json', code: 'expression-unknown-name' }),
    );
  });
});

describe('checkForm, cases', () => {
  const cases: FormSource['cases'] = {
    gut: { name: 'Gut', answers: { name: 'Rex' }, expect: { path: ['angaben', 'summary'], problems: [] } },
    schlecht: { name: 'Schlecht', answers: { name: 'Rex', anzahl: 0 }, expect: { problems: [] } },
  };

  it('runs them where nothing else is wrong, and keeps the program', async () => {
    const { problems, program } = await checkForm(source(sound, {}, cases), library);
    const found = problems.map(({ file, at, code }) => [file, at, code]);
    expect(found).toContainEqual(['cases/schlecht.json', '/expect/problems', 'case-differs']);
    expect(program).toBeDefined();
  });

  it('leaves them alone when told to', async () => {
    expect((await checkForm(source(sound, {}, cases), library, { cases: false })).problems).toEqual([]);
  });
});

describe('checkForm, on anything', () => {
  const words = fc.constantFrom(
    'type',
    'properties',
    'items',
    'oneOf',
    'anyOf',
    'not',
    '$ref',
    '$defs',
    'steps',
    'fields',
    'when',
    'value',
    'title',
    'const',
    'enum',
    'required',
    'checks',
    'data',
    'define',
    'language',
    'options',
    '__proto__',
    'constructor',
    'pattern',
    'services',
    'review',
    'messages',
    'summary',
    'forEach',
    'string',
    'object',
    'array',
    '/name',
    '{{name}}',
    'name',
    '#/$defs/kurz',
    'block:person',
    '<b>',
  );
  const { tree: json } = fc.letrec<{ tree: JsonValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.constantFrom<JsonValue>(null, true, 0, -1.5, ''),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(words, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));

  it('never throws and always has something against it', async () => {
    await fc.assert(
      fc.asyncProperty(json, json, json, async (form, locale, formCase) => {
        const loose = { form, locales: { en: locale }, cases: { a: formCase } } as unknown as FormSource;
        const { problems } = await checkForm(loose, library);
        expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws when a sound form is broken anywhere', async () => {
    const places = pointersOf(sound as JsonValue);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), json, async (pointer, value) => {
        const { problems } = await checkForm(source(broken(pointer, value)), library);
        for (const { message } of problems) expect(message).not.toMatch(/(?<!\{)\{\w+\}(?!\})|undefined/u);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what is nested too deeply, without walking it', async () => {
    let deep: JsonValue = {};
    for (let depth = 0; depth < 20_000; depth += 1) deep = { properties: deep };
    const { problems } = await checkForm(source({ ...sound, data: deep }), library);
    expect(problems).toMatchObject([{ file: 'form.json', at: '', code: 'file-too-deep' }]);
  });
});

function pointersOf(value: JsonValue, at = ''): string[] {
  const entries: [string, JsonValue][] = Array.isArray(value)
    ? value.map((item: JsonValue, index) => [String(index), item])
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return entries.flatMap(([name, inner]) => {
    const pointer = `${at}/${name.replace(/~/gu, '~0').replace(/\//gu, '~1')}`;
    return [pointer, ...pointersOf(inner, pointer)];
  });
}
