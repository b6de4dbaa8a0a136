import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type JsonValue, SchalterError } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validatorsModule } from '../bundle/validators.ts';
import { compileConstraints } from './compile.ts';
import { distinctConstraints } from './distinct.ts';
import { leaves } from './fixtures.ts';
import { constraintScript } from './module.ts';
import { previewConstraints } from './preview.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-validators-'));
afterAll(() => rmSync(folder, { recursive: true }));

let precompiled: Validate;
beforeAll(async () => {
  const file = join(folder, 'validators.mjs');
  writeFileSync(file, validatorsModule(leaves));
  const module: { validate: Validate } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  precompiled = module.validate;
});

/** template, value, expected codes (with params where they matter) */
const table: readonly [
  template: string,
  value: JsonValue,
  problems: readonly (string | { code: string; params: object })[],
][] = [
  ['/name', 'Rex', []],
  ['/name', 'R', [{ code: 'minLength', params: { limit: 2 } }]],
  ['/name', '1', ['minLength', 'format:din91379-a']],
  ['/hunde/*/name', 'x'.repeat(61), [{ code: 'maxLength', params: { limit: 60 } }]],
  ['/name', '😀', ['minLength', 'format:din91379-a']],
  ['/plz', '80331', []],
  ['/plz', '8033', [{ code: 'pattern', params: {} }]],
  ['/plz', '1'.repeat(10_001), ['pattern']],
  ['/wohnort', 'ja', []],
  ['/wohnort', 'vielleicht', ['enum']],
  ['/wohnort', 1, [{ code: 'type', params: { type: 'string' } }]],
  ['/farben', ['rot', 'blau'], []],
  ['/farben', [], ['minItems']],
  ['/farben', ['rot', 'rot'], ['uniqueItems']],
  ['/farben', ['grün', 'gelb', 'lila'], ['enum', { code: 'maxItems', params: { limit: 2 } }]],
  ['/farben', 'rot', ['type']],
  ['/gewicht', 0.07, [{ code: 'minimum', params: { limit: 0.5 } }]],
  ['/gewicht', 1.07, []],
  ['/gewicht', 1.075, [{ code: 'multipleOf', params: { limit: 0.01 } }]],
  ['/gewicht', 100, [{ code: 'exclusiveMaximum', params: { limit: 100 } }]],
  ['/gewicht', 'viel', ['type']],
  ['/anzahl', 0, ['exclusiveMinimum']],
  ['/anzahl', 11.5, [{ code: 'type', params: { type: 'integer' } }]],
  ['/anzahl', 3.0, []],
  ['/einwilligung', true, []],
  ['/einwilligung', false, ['const']],
  ['/geburtsdatum', '-2-1', [{ code: 'format:date', params: {} }]],
  ['/iban', 'DE89 3704 0044 0532 0130 00', []],
  ['/iban', 'DE00370400440532013000', ['format:iban']],
  ['/begruendung', '- eins **zwei** drei', []],
  ['/begruendung', 'eins zwei drei vier', [{ code: 'maxWords', params: { limit: 3 } }]],
  ['/nachweis', { id: 'a', name: 'Pass.PDF', type: 'application/pdf', size: 1000 }, []],
  [
    '/nachweis',
    { id: 'a', name: 'a.exe', type: 'x/y', size: 1001 },
    [
      { code: 'too-large', params: { limit: 1000 } },
      { code: 'accept', params: { accepted: '.pdf, image/*' } },
    ],
  ],
  ['/nachweis', { id: 'a', name: 'a.pdf' }, ['required', 'too-large']],
  ['/nachweis', { id: 'a', name: 'a.pdf', type: '', size: 1, x: 1 }, ['unknown-field']],
  ['/kennung', '276098102345678', []],
  ['/kennung', 'lang', []],
  ['/kennung', 'länger', ['anyOf']],
  ['/kennung', 'test', ['not']],
  ['/plz-at', '1010', []],
  ['/plz-at', '10100', [{ code: 'postalCode', params: { example: '1010' } }]],
  ['/plz-at', 1010, ['type']],
  ['/frei', { irgend: 'was' }, []],
  ['/unbekannt', 'x', ['unknown-field']],
];

describe.each([
  ['in memory', () => compileConstraints(leaves)],
  ['precompiled', () => precompiled],
  ['preview', () => previewConstraints(leaves)],
])('constraints, %s', (_, make) => {
  it.each(table)('%s: %j', (template, value, problems) => {
    const found = make()(template, value);
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set(problems.map((problem) => (typeof problem === 'string' ? problem : problem.code))),
    );
    for (const problem of problems) if (typeof problem !== 'string') expect(found).toContainEqual(problem);
  });
});

describe('distinctConstraints', () => {
  it('joins equal constraints however they are written', () => {
    const { schemas, templates } = distinctConstraints(leaves);
    expect(schemas).toHaveLength(leaves.length - 1);
    expect(templates.get('/name')).toBe(templates.get('/hunde/*/name'));
  });
});

describe('constraintScript', () => {
  const { code, helpers, checks } = constraintScript(leaves);

  it('needs no eval, requires nothing and keeps no constraint', () => {
    expect(code).not.toMatch(/\brequire\b|\bFunction\b|\beval\b|\bmodule\.exports\b|import\(|\bschema\d/u);
  });

  it('leaves nothing of AJV’s bookkeeping', () => {
    expect(code).not.toMatch(/vErrors|\berrors\b|instancePath|schemaPath|\berr\d/u);
  });

  it('has one function per distinct constraint', () => {
    expect(code.match(/^function check\d+/gmu)).toHaveLength(leaves.length - 1);
    expect(checks.get('/name')).toBe(checks.get('/hunde/*/name'));
  });

  it('is the same, byte by byte, however often it is made', () => {
    expect(constraintScript(leaves).code).toBe(code);
  });

  it('names the modules that it uses, and no others', () => {
    expect(helpers.map(({ module }) => module)).toContain('formats/iban');
    const few = constraintScript([{ template: '/a', schema: { type: 'boolean' } }]);
    expect(few.helpers.map(({ name }) => name)).toEqual(['settle']);
  });

  it('writes options as one list, however many, whatever is in them', async () => {
    const constants = [...Array.from({ length: 300 }, (_, index) => `o${index}`), '"] || data === "x', 7, true, null];
    const { code } = constraintScript([{ template: '/a', schema: { enum: constants } }]);
    expect(code).toContain(JSON.stringify(constants));
    const file = join(folder, 'options.mjs');
    writeFileSync(file, validatorsModule([{ template: '/a', schema: { enum: constants } }]));
    const { validate }: { validate: Validate } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    for (const value of constants) expect(validate('/a', value)).toEqual([]);
    expect(validate('/a', 'x')).toEqual([{ code: 'enum', params: {} }]);
  });

  it('leaves texts of the form alone, whatever they look like', async () => {
    const odd = ['require("x")', '\nconst a = require("ajv");\n', '`$1`', '</script>', "'"];
    const file = join(folder, 'odd.mjs');
    writeFileSync(file, validatorsModule([{ template: '/a', schema: { enum: odd } }]));
    const module: { validate: Validate } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    for (const text of odd) expect(module.validate('/a', text)).toEqual([]);
    expect(module.validate('/a', 'x')).toEqual([{ code: 'enum', params: {} }]);
  });

  it('runs in a plain Node that refuses to make code from texts', () => {
    const file = join(folder, 'strict.mjs');
    writeFileSync(
      file,
      `${validatorsModule(leaves)}\nconsole.log(JSON.stringify(validate("/plz", "x").concat(validate("/iban", "x"))));`,
    );
    const output = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', file], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([
      { code: 'pattern', params: {} },
      { code: 'format:iban', params: {} },
    ]);
  });

  it.each([
    [{ type: 'text' }],
    [{ format: 'klingon' }],
    [{ pattern: '(' }],
    [{ minLenght: 3 }],
    [{ postalCode: 'AQ' }],
  ])('refuses %j with a code', (schema) => {
    for (const make of [
      () => compileConstraints([{ template: '/a', schema }]),
      () => constraintScript([{ template: '/a', schema }]),
    ]) {
      expect(make).toThrowError(SchalterError);
      expect(make).toThrowError(/^A constraint cannot be used: /u);
    }
  });
});
