import type { FormSource, JsonValue, Library } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { checkForm } from '../check-form.ts';

const codes = [
  'step-unreachable',
  'dead-end',
  'page-cannot-be-left',
  'condition-always-true',
  'condition-always-false',
  'constant-outside-options',
  'field-never-shown',
  'option-never-offered',
  'check-never-fails',
  'check-always-fails',
  'value-always-unknown',
];

const ort = {
  type: 'string',
  title: 'Wo wohnen Sie?',
  oneOf: [
    { const: 'hier', title: 'Hier' },
    { const: 'dort', title: 'Woanders' },
  ],
};

/** What the analysis says about a form with these parts: severity, code, file and place, sentence. */
async function said(
  properties: Record<string, JsonValue>,
  steps: readonly JsonValue[],
  rest: { required?: readonly string[]; $defs?: JsonValue; blocks?: Record<string, unknown> } = {},
): Promise<string[]> {
  const { blocks = {}, ...data } = rest;
  const form = {
    id: 'probe',
    version: '1.0.0',
    language: 'de',
    title: 'Probe',
    data: { type: 'object', properties, ...data },
    steps,
  };
  const source = { form, locales: {}, cases: {} } as unknown as FormSource;
  const { problems } = await checkForm(source, { blocks, lists: {} } as unknown as Library);
  const others = problems.filter(({ severity, code }) => severity === 'error' && !codes.includes(code));
  expect(others.map(({ message }) => message)).toEqual([]);
  return problems
    .filter(({ code }) => codes.includes(code))
    .map(({ severity, code, file, at, message }) => `${severity} ${code} ${file}${at}: ${message}`);
}

const page = (id: string, fields: readonly JsonValue[], rest: object = {}) =>
  ({ id, title: id, fields, ...rest }) as JsonValue;
const text = (rest: object = {}): JsonValue => ({ type: 'string', title: 'Text', maxLength: 20, ...rest });

describe('the rule analysis', () => {
  test('says in a sentence why nobody comes to a step', async () => {
    const exit = { id: 'fort', kind: 'exit', title: 'Fort', when: "ort == 'dort'", text: 'Fort.' } as JsonValue;
    expect(
      await said({ ort, a: text(), b: text() }, [
        page('ort', ['/ort']),
        exit,
        page('a', ['/a'], { when: "ort == 'hier' && ort == 'dort'" }),
        page('b', ['/b'], { when: "ort == 'dort'" }),
      ]),
    ).toEqual([
      'error step-unreachable form.json/steps/2/when: Nobody ever comes to the step "a": "ort == \'hier\'" and "ort == \'dort\'" exclude each other.',
      'error step-unreachable form.json/steps/3: Nobody ever comes to the step "b": where "ort == \'dort\'" holds, the exit "fort" ends the form before.',
    ]);
  });

  test('says why a page cannot be left', async () => {
    const alter = { type: 'integer', title: 'Alter', minimum: 5, maximum: 4 };
    expect(await said({ alter }, [page('alter', ['/alter'])], { required: ['alter'] })).toEqual([
      'error page-cannot-be-left form.json/data/properties/alter: The page "alter" cannot be left: no answer to "/alter" is possible.',
    ]);
    const oneOf = [
      { const: 'k', title: 'K', when: 'n < 5' },
      { const: 'g', title: 'G', when: 'n > 5' },
    ];
    const choice = { n: { type: 'integer', title: 'N' }, o: { type: 'string', title: 'O', oneOf } };
    expect(await said(choice, [page('n', ['/n']), page('o', ['/o'])], { required: ['n', 'o'] })).toEqual([
      'error page-cannot-be-left form.json/data/properties/o: The page "o" cannot be left: with the answers {"n":5} nothing is left to choose in "/o".',
    ]);
  });

  test('suggests the constant that was meant', async () => {
    expect(await said({ ort, a: text({ when: "ort == 'dor'" }) }, [page('ort', ['/ort', '/a'])])).toEqual([
      'warning constant-outside-options form.json/data/properties/a/when: "dor" is no option of "/ort" (did you mean "dort"?): its options are "hier", "dort".',
      'warning field-never-shown form.json/data/properties/a/when: "/a" is asked of nobody: "ort == \'dor\'" is never true.',
    ]);
  });

  test('takes what stands in $defs and blocks by all its uses', async () => {
    const group = {
      type: 'object',
      title: 'Gruppe',
      properties: {
        ort: { ...ort, title: 'Ort' },
        strasse: text({ title: 'Straße', when: "self.ort == 'dort'" }),
      },
    };
    const narrowed = { $ref: '#/$defs/adresse', properties: { ort: { enum: ['hier'] } } } as JsonValue;
    const uses = (eins: JsonValue, zwei: JsonValue) =>
      said({ eins, zwei }, [page('a', ['/eins', '/zwei'])], { $defs: { adresse: group } });
    const whole = { $ref: '#/$defs/adresse' };
    expect(await uses(whole, whole)).toEqual([]);
    // One use is narrowed such that the street is never asked there: the definition is right all the same.
    expect(await uses(narrowed, whole)).toEqual([]);
    expect((await uses(narrowed, narrowed)).map((one) => one.split(':')[0])).toEqual([
      'warning constant-outside-options form.json/data/$defs/adresse/properties/strasse/when',
      'warning field-never-shown form.json/data/$defs/adresse/properties/strasse/when',
    ]);
  });

  test('says nothing about a form that has other errors', async () => {
    const source = {
      form: {
        id: 'probe',
        version: '1.0.0',
        language: 'de',
        title: 'Probe',
        data: { type: 'object', properties: { a: text({ when: '1 > 2' }), b: text({ when: 'nichts' }) } },
        steps: [page('a', ['/a', '/b'])],
      },
      locales: {},
      cases: {},
    } as unknown as FormSource;
    const { problems } = await checkForm(source, { blocks: {}, lists: {} });
    expect(problems.filter(({ code }) => codes.includes(code))).toEqual([]);
  });
});
