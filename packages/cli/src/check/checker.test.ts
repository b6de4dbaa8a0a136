import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadForms } from '@schalter/server/forms';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';
import { createChecker, inThreads } from './checker.ts';

const forms = join(import.meta.dirname, '../../../../forms');

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

describe('threads', () => {
  test('find the same problems as one thread, severities included', async () => {
    const { forms: sources, library } = await loadForms(forms);
    const alone = createChecker(library, 1);
    const threads = inThreads(library, 2);
    try {
      for (const severities of [{}, { 'review-open': 'off' }] as const) {
        for (const source of sources.values()) {
          const found = await threads.check(source, severities);
          expect(found).toEqual(await alone.check(source, severities));
        }
      }
    } finally {
      await threads.close();
    }
  });

  test('answer many questions asked at once, each its own', async () => {
    const threads = inThreads({ blocks: {}, lists: {} }, 2);
    try {
      const sources = Array.from({ length: 6 }, (_, index) => ({
        form: JSON.parse(JSON.stringify(smallForm({ title: index % 2 === 0 ? 'Hund' : 7 }))),
        locales: {},
        cases: {},
      }));
      const found = await Promise.all(sources.map((source) => threads.check(source, {})));
      expect(found.map((problems) => problems.some(({ code }) => code === 'value-type'))).toEqual(
        sources.map((_, index) => index % 2 === 1),
      );
    } finally {
      await threads.close();
    }
  });
});

test('many forms are reported in their order, the broken ones among them', async () => {
  for (let index = 0; index < 70; index++) {
    box.write(`forms/hund-${index}/form.json`, smallForm({ id: `hund-${index}` }));
  }
  cpSync(join(forms, 'hundesteuer-anmeldung'), join(box.folder, 'forms/hundesteuer-anmeldung'), { recursive: true });
  cpSync(join(forms, '_lists'), join(box.folder, 'forms/_lists'), { recursive: true });
  const broken = join(box.folder, 'forms/hund-33/form.json');
  writeFileSync(broken, readFileSync(broken, 'utf8').replace('"maxLength"', '"maxLenght"'));
  const { status, output } = await box.run('check', '--json');
  expect(status).toBe(1);
  const found: { form: string; problems: { code: string }[] }[] = JSON.parse(output);
  const names = found.map(({ form }) => form);
  expect(names).toHaveLength(71);
  expect(names).toEqual([...names].sort());
  const codes = found.filter(({ problems }) => problems.some(({ code }) => code === 'keyword-unknown'));
  expect(codes.map(({ form }) => form)).toEqual(['hund-33']);
});
