import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type JsonValue, SchalterError } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileConstraints } from './compile.ts';
import { distinctConstraints } from './distinct.ts';
import { leaves } from './fixtures.ts';
import { constraintModule } from './module.ts';
import { previewConstraints } from './preview.ts';

const runtime = new URL('../runtime/index.ts', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'schalter-validators-'));
afterAll(() => rmSync(folder, { recursive: true }));

let precompiled: Validate;
beforeAll(async () => {
  const file = join(folder, 'validators.mjs');
  writeFileSync(file, constraintModule(leaves, { runtime }));
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

describe('constraintModule', () => {
  const source = constraintModule(leaves, { runtime: '/assets/runtime.js' });

  it('imports from the given specifier only and needs no eval', () => {
    expect(source.match(/^import .*$/gmu)).toEqual([
      expect.stringMatching(/^import \{ .* \} from "\/assets\/runtime\.js";$/u),
    ]);
    expect(source).not.toMatch(/\brequire\b|\bFunction\b|\beval\b|\bmodule\.exports\b|import\(/u);
  });

  it('has one function per distinct constraint', () => {
    expect(source.match(/^function validate\d+/gmu)).toHaveLength(leaves.length - 1);
  });

  it('is the same, byte by byte, however often it is made', () => {
    expect(constraintModule(leaves, { runtime: '/assets/runtime.js' })).toBe(source);
  });

  it('imports only what it uses', () => {
    expect(constraintModule([{ template: '/a', schema: { type: 'boolean' } }], { runtime: 'r' })).toMatch(
      /^import \{ toProblems \} from "r";$/mu,
    );
  });

  it('imports each helper from its own module, if asked to, so that pages load only the formats they use', async () => {
    const urlOf = (module: string) => new URL(`../${module}.ts`, import.meta.url).href;
    const few = [
      { template: '/iban', schema: { type: 'string', format: 'iban' } },
      { template: '/name', schema: { type: 'string', minLength: 2 } },
    ];
    const text = constraintModule(few, { runtime: (module) => `/assets/${module}.js` });
    expect(text.match(/^import .*$/gmu)).toEqual([
      'import { isIban } from "/assets/formats/iban.js";',
      'import { toProblems } from "/assets/runtime/failure.js";',
      'import { ucs2length } from "/assets/runtime/length.js";',
    ]);
    const file = join(folder, 'apart.mjs');
    writeFileSync(file, constraintModule(leaves, { runtime: urlOf }));
    const module: { validate: Validate } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    expect(module.validate('/iban', 'DE00370400440532013000')).toEqual([{ code: 'format:iban', params: {} }]);
    expect(module.validate('/gewicht', 1.075)).toEqual([{ code: 'multipleOf', params: { limit: 0.01 } }]);
  });

  it('leaves texts of the form alone, whatever they look like', async () => {
    const odd = ['require("x")', '\nconst a = require("ajv");\n', '`$1`', '</script>', "'"];
    const file = join(folder, 'odd.mjs');
    writeFileSync(file, constraintModule([{ template: '/a', schema: { enum: odd } }], { runtime }));
    const module: { validate: Validate } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    for (const text of odd) expect(module.validate('/a', text)).toEqual([]);
    expect(module.validate('/a', 'x')).toEqual([{ code: 'enum', params: {} }]);
  });

  it('runs in a plain Node that refuses to make code from texts', () => {
    const file = join(folder, 'strict.mjs');
    writeFileSync(
      file,
      `${constraintModule(leaves, { runtime })}\nconsole.log(JSON.stringify(validate("/plz", "x").concat(validate("/iban", "x"))));`,
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
      () => constraintModule([{ template: '/a', schema }], { runtime }),
    ]) {
      expect(make).toThrowError(SchalterError);
      expect(make).toThrowError(/^A constraint cannot be used: /u);
    }
  });
});
