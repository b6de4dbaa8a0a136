import { type FieldSchema, type FormDefinition, type JsonValue, resolveForm } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { compileForm } from '@schalter/engine/compile';
import { describe, expect, it } from 'vitest';
import { runtimeModules } from '../../scripts/runtime-modules.ts';
import { compileValidate } from '../compile-validate.ts';
import { formats } from '../formats/index.ts';
import { problemTextsOf } from '../problem-texts-of.ts';
import { bundleForm, type FormModule } from './bundle.ts';
import { linkModules } from './link.ts';
import { literal } from './literal.ts';
import modules from './runtime-modules.json' with { type: 'json' };

const data = {
  type: 'object',
  properties: {
    name: { type: 'string', title: 'Name', maxLength: 60, format: 'din91379-a' },
    iban: { type: 'string', title: 'IBAN', format: 'iban' },
    farbe: {
      type: 'string',
      title: 'Farbe',
      oneOf: [
        { const: 'rot', title: 'Rot' },
        { const: 'blau', title: 'Blau' },
      ],
    },
    gruss: { type: 'string', title: 'Gruß', maxLength: 200, pattern: '^(?:</script>|<!--|[a-z]{1,9})$' },
  },
  required: ['name'],
};

function compiled(more: object = {}): { program: Program; data: FieldSchema } {
  const form = {
    $schema: 'https://schalter.dev/form/v1.json',
    id: 'konto',
    version: '1.2.0',
    language: 'de',
    title: 'Konto',
    data,
    steps: [{ id: 'konto', title: 'Ihr Konto', fields: Object.keys(data.properties).map((name) => `/${name}`) }],
    ...more,
  } as unknown as FormDefinition;
  const { resolved } = resolveForm(form, { blocks: {}, lists: {} });
  if (!resolved) throw new TypeError('the form is not resolved');
  const locales = { en: { 'form#title': 'Account', '/name#title': 'Name' }, fr: { 'form#title': 'Compte' } };
  const { program } = compileForm(resolved, {
    locales,
    problemTexts: problemTextsOf(resolved.form, ['de', 'en', 'fr']),
  });
  if (!program) throw new TypeError('the form is not compiled');
  return { program, data: resolved.form.data };
}

async function load(text: string): Promise<FormModule> {
  return await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

describe('a bundle', () => {
  it('holds the program and validators that say the same as those in memory', async () => {
    const { program, data } = compiled();
    const { text } = await bundleForm(program, data);
    const module = await load(text);
    expect(module.program).toEqual(program);
    const memory = compileValidate(data);
    const values: JsonValue[] = [
      'Erika',
      'x'.repeat(61),
      '😀',
      'DE89 3704 0044 0532 0130 00',
      'DE00',
      'rot',
      'grün',
      1,
    ];
    for (const template of ['/name', '/iban', '/farbe', '/gruss', '/nirgends'])
      for (const value of [...values, '</script>'])
        expect(module.validate(template, value)).toEqual(memory(template, value));
  });

  it('imports nothing, makes no code from text, and does not end a script element', async () => {
    const { program, data } = compiled({ summary: 'Ein </script> und <!-- kein Ende' });
    const { text } = await bundleForm(program, data);
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\beval\b|\bFunction\b/u);
    expect(text).not.toMatch(/<\/script|<!--/iu);
    expect((await load(text)).program).toEqual(program);
  });

  it('is the same, byte by byte, however often it is made; its name tells contents apart', async () => {
    const { program, data } = compiled();
    const first = await bundleForm(program, data);
    expect(first.name).toMatch(/^konto-1\.2\.0\.[0-9a-f]{16}\.js$/u);
    expect(await bundleForm(JSON.parse(JSON.stringify(program)), structuredClone(data))).toEqual(first);
    const other = compiled({ title: 'Girokonto' });
    expect((await bundleForm(other.program, other.data)).hash).not.toBe(first.hash);
  });

  it('holds only the formats that the form uses', async () => {
    const { program, data } = compiled();
    const { text } = await bundleForm(program, data);
    expect(text).toContain('isIban');
    for (const { name } of formats) if (!['iban', 'din91379-a'].includes(name)) expect(text).not.toContain(`"${name}"`);
    expect(text).not.toContain('isEmail');
  });
});

describe('a bundle in one language', () => {
  it('has its texts, and the own language’s where there is no translation', async () => {
    const { program, data } = compiled();
    const { name, text } = await bundleForm(program, data, { language: 'en' });
    expect(name).toMatch(/^konto-1\.2\.0\.en\./u);
    const { program: held } = await load(text);
    expect(held.languages).toEqual(['en']);
    expect(held.language).toBe('en');
    expect(Object.keys(held.texts)).toEqual(['en']);
    expect(held.texts.en?.['form#title']).toEqual({ kind: 'line', parts: ['Account'] });
    expect(held.texts.en?.['/farbe#title']).toEqual({ kind: 'line', parts: ['Farbe'] });
    expect(Object.keys(held.problemTexts)).toEqual(['en']);
    expect(held.hash).toBe(program.hash);
  });

  it('keeps the problem texts of other languages where it has none, for their plurals', async () => {
    const { program, data } = compiled();
    const { program: held } = await load((await bundleForm(program, data, { language: 'fr' })).text);
    expect(Object.keys(held.problemTexts)).toEqual(['de', 'en']);
  });

  it('that the form has not is refused', async () => {
    const { program, data } = compiled();
    await expect(bundleForm(program, data, { language: 'it' })).rejects.toMatchObject({ code: 'language-missing' });
  });
});

describe('linkModules', () => {
  it('puts each module once, after what it needs, the same in whatever order they are named', () => {
    const text = linkModules(['formats/iban', 'formats/creditor-id', 'runtime/length']);
    expect(linkModules(['runtime/length', 'formats/creditor-id', 'formats/iban', 'formats/iban'])).toBe(text);
    expect(text.split('const remainder97=')).toHaveLength(2);
    expect(text.indexOf('const remainder97=')).toBeLessThan(text.indexOf('const isIban='));
  });

  it('knows the modules as they are (npm run generate)', () => {
    expect(modules).toEqual(runtimeModules());
  });
});

describe('literal', () => {
  const evaluate = (text: string): unknown => new Function(`return ${text}`)();

  it.each([
    [{ a: 1, 'b-c': [true, null, -0.5], d: { e: 'f' } }],
    [JSON.parse('{ "__proto__": { "x": 1 }, "constructor": 2, "2": 3 }')],
    [['\u2028\u2029', '"\\']],
  ])('writes %j so that it is read the same', (value) => {
    const read = evaluate(literal(value));
    expect(JSON.stringify(read)).toBe(JSON.stringify(value));
    expect(Object.getPrototypeOf(read)).toBe(Object.getPrototypeOf(value));
  });

  it('leaves out what is undefined', () => {
    expect(literal({ a: undefined, b: 1 })).toBe('{b:1}');
  });
});
