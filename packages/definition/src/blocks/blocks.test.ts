import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../test/schema.ts';
import { controlFor } from '../controls.ts';
import type { FieldSchema, FormDefinition } from '../form.generated.ts';
import { withBuiltIns } from '../library.ts';
import { collectLocale } from '../locale.ts';
import { resolveForm } from '../resolve/resolve-form.ts';
import { builtInBlocks } from './index.ts';

const library = withBuiltIns({ blocks: {}, lists: {} });

function resolveBlock(id: string) {
  const form: FormDefinition = {
    id: 'probe',
    version: '1.0.0',
    language: 'de',
    title: 'Probe',
    data: { type: 'object', properties: { teil: { $ref: `block:${id}` } } },
    steps: [{ id: 'teil', title: 'Teil', fields: ['/teil'] }],
  };
  const { resolved, problems } = resolveForm(form, library);
  expect(problems).toEqual([]);
  return resolved;
}

describe.each(Object.entries(builtInBlocks))('block:%s', (id, block) => {
  it('is valid, stands under its id and resolves', () => {
    // The members of a file's answer are given by the upload service; `type` could not be the name of a field.
    const plain = JSON.parse(JSON.stringify(block));
    if (id === 'file') delete plain.schema.properties.type;
    expect(errorsOf(plain, 'BlockDefinition')).toEqual([]);
    expect(block.id).toBe(id);
    expect(resolveBlock(id)?.form.data.properties?.teil?.type).toBe(block.schema.type);
  });

  it('is in English too, no text more or less', () => {
    const resolved = resolveBlock(id);
    const german = Object.keys(resolved?.texts ?? {}).filter((key) => key.startsWith(`block:${id}`));
    const english = Object.keys(block.locales?.en ?? {}).map((key) => `block:${id}${key}`);
    expect(english.toSorted()).toEqual(german.toSorted());
    if (resolved) expect(Object.keys(collectLocale('en', {}, library, resolved)).toSorted()).toEqual(german.toSorted());
  });

  it('says of every required field how to mend it', () => {
    if (block.schema.control === 'file') return;
    for (const name of block.schema.required ?? []) {
      expect(block.schema.properties?.[name]?.messages?.required).toMatch(/\.$/);
    }
  });
});

it('has every block of the folder in the index', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !/^index\.ts$|\.test\.ts$/.test(name));
  expect(files.map((name) => name.slice(0, -'.ts'.length)).toSorted()).toEqual(Object.keys(builtInBlocks).toSorted());
});

it('asks a date of birth in three parts and a consent as one', () => {
  const date = builtInBlocks.person?.schema.properties?.geburtsdatum;
  const consent: FieldSchema | undefined = builtInBlocks.consent?.schema;
  expect([date, consent].map((schema) => schema && controlFor(schema))).toEqual(['memorable-date', 'consent']);
});

it("lets a city's block win over a built-in one", () => {
  const own = { id: 'person', schema: { type: 'string' as const } };
  expect(withBuiltIns({ blocks: { person: own }, lists: {} }).blocks.person).toBe(own);
});
