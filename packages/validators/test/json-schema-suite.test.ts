import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it, vi } from 'vitest';
import { createAjv } from '../src/ajv.ts';
import { formats } from '../src/formats/index.ts';
import { readSchemaSuite, type SuiteGroup } from './json-schema-suite.ts';
import { betterThanAjv, formatsOnPurpose, missedByAjv } from './known-misses.ts';

vi.setConfig({ testTimeout: 120_000 });

const suite = readSchemaSuite();
const groups = suite?.groups ?? [];
const isFormat = ({ file }: SuiteGroup) => file.startsWith('optional/format/') || file === 'format.json';

/** Descriptions of the tests of a group that a validator answers wrongly, or cannot answer. */
function missed(ajv: Ajv2020, { schema, tests }: SuiteGroup): string[] {
  if (JSON.stringify(schema).includes('localhost:1234')) suite?.addRemotes(ajv);
  let validate: (data: unknown) => unknown;
  try {
    validate = ajv.compile(schema);
  } catch {
    return tests.map(({ description }) => description);
  }
  return tests.filter(({ data, valid }) => answer(validate, data) !== valid).map(({ description }) => description);
}

function answer(validate: (data: unknown) => unknown, data: unknown): unknown {
  try {
    return validate(data);
  } catch {
    return undefined;
  }
}

const quiet = { strict: false, logger: false } as const;

describe.skipIf(suite === undefined)('JSON Schema Test Suite, 2020-12 (npm test fetches it)', () => {
  const files = [...new Set(groups.filter((group) => !isFormat(group)).map(({ file }) => file))];

  it.each(files)('%s: what plain AJV passes, we pass', (file) => {
    for (const group of groups.filter((one) => one.file === file)) {
      const ours = missed(createAjv({ strict: false, validateFormats: false }), group);
      if (ours.length === 0) continue;
      const where = `${file}: ${group.description}`;
      const theirs = missed(new Ajv2020({ ...quiet, validateFormats: false }), group);
      expect(theirs, where).toEqual(expect.arrayContaining(ours));
      expect(missedByAjv[file], where).toContain(group.description);
    }
  });

  it('what plain AJV misses for want of exactness, we pass', () => {
    for (const [file, descriptions] of Object.entries(betterThanAjv)) {
      for (const group of groups.filter((one) => one.file === file && descriptions.includes(one.description))) {
        expect(missed(new Ajv2020({ ...quiet, validateFormats: false }), group)).not.toEqual([]);
        expect(missed(createAjv({ strict: false, validateFormats: false }), group)).toEqual([]);
      }
    }
  });

  it('the list of misses is no longer than it has to be', () => {
    for (const [file, descriptions] of Object.entries(missedByAjv)) {
      for (const description of descriptions) {
        const group = groups.find((one) => one.file === file && one.description === description);
        // Other versions of the suite may have it under another name.
        if (!group) continue;
        const ours = missed(createAjv({ strict: false, validateFormats: false }), group);
        expect(ours, `${file}: ${description}`).not.toEqual([]);
      }
    }
  });

  it.each(
    formats
      .map(({ name }) => name)
      .filter((name) => groups.some(({ file }) => file === `optional/format/${name}.json`)),
  )('format %s: what AJV with ajv-formats passes, we pass, but for what is decided', (name) => {
    for (const group of groups.filter(({ file }) => file === `optional/format/${name}.json`)) {
      const plain = new Ajv2020(quiet);
      addFormats.default(plain);
      const theirs = missed(plain, group);
      const ours = missed(createAjv({ strict: false }), group);
      const decided = Object.keys(formatsOnPurpose[name] ?? {});
      expect(ours.filter((description) => !theirs.includes(description))).toEqual(
        decided.filter((description) => group.tests.some((test) => test.description === description)),
      );
    }
  });
});
