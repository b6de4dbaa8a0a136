import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInBlocks, controls, type FormDefinition, resolveForm, withBuiltIns } from '../src/index.ts';
import { errorsOf, schema } from './schema.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/form-language.md'), 'utf8');

const frame = {
  id: 'probe',
  version: '1.0.0',
  language: 'de',
  title: 'Probe',
  data: { type: 'object', properties: {} },
  steps: [{ id: 'eins', title: 'Eins' }],
};

/** What a fenced example is part of: `json <part>`. */
const parts: Readonly<Record<string, (example: never) => string[]>> = {
  form: (example) => errorsOf(example),
  data: (example) => errorsOf({ ...frame, data: example }),
  properties: (example) => errorsOf({ ...frame, data: { type: 'object', properties: example } }),
  sections: (example) => errorsOf({ ...frame, sections: example }),
  steps: (example) => errorsOf({ ...frame, steps: example }),
  services: (example) => errorsOf({ ...frame, services: example }),
  migrations: (example) => errorsOf({ ...frame, migrations: example }),
  block: (example) => errorsOf(example, 'BlockDefinition'),
  list: (example) => errorsOf(example, 'CodeList'),
  locale: (example) => errorsOf(example, 'LocaleFile'),
  case: (example) => errorsOf(example, 'FormCase'),
};

const examples = [...page.matchAll(/^```json (\w+)\n([\s\S]*?)^```$/gm)].map(([, part = '', text = '']) => ({
  part,
  text,
  line: page.slice(0, page.indexOf(text)).split('\n').length,
}));

describe('the page on the form language', () => {
  it.each(examples)('has a valid example of $part in line $line', ({ part, text }) => {
    expect(parts[part]?.(JSON.parse(text) as never)).toEqual([]);
  });

  it('shows every part at least once and no example without one', () => {
    expect([...new Set(examples.map(({ part }) => part))].toSorted()).toEqual(Object.keys(parts).toSorted());
    expect(page.match(/^```json$/gm)).toBeNull();
  });

  it('shows a whole form that resolves', () => {
    const form: FormDefinition = JSON.parse(examples.find(({ part }) => part === 'form')?.text ?? '');
    expect(resolveForm(form, withBuiltIns({ blocks: {}, lists: {} })).problems).toEqual([]);
  });

  it('names every keyword, control, format, kind of service and block', () => {
    const field = schema.$defs.FieldSchema?.properties ?? {};
    const service = schema.$defs.ServiceDefinition?.properties ?? {};
    const formats = (field.format as { enum: string[] }).enum;
    const kinds = (service.kind as { enum: string[] }).enum;
    const blocks = Object.keys(builtInBlocks).map((id) => `block:${id}`);
    const names = [...Object.keys(field), ...controls.map(({ name }) => name), ...formats, ...kinds, ...blocks];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('lists the fields of the built-in blocks', () => {
    for (const [id, { schema: block }] of Object.entries(builtInBlocks)) {
      if (block.control !== undefined || block.type !== 'object') continue;
      const row = page.split('\n').find((line) => line.startsWith(`| \`block:${id}\``)) ?? '';
      for (const name of Object.keys(block.properties ?? {})) {
        expect(row).toContain(block.required?.includes(name) ? `**${name}**` : name);
      }
    }
  });
});
