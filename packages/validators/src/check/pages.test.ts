import { describe, expect, test } from 'vitest';
import { checkExamples, checkPages } from '../../test/check-pages.ts';
import { advices } from './advice/index.ts';

const all = checkPages();
const pages = all.filter(({ wrong }) => wrong.every(({ kind }) => kind !== 'file'));

describe('docs/checks', () => {
  test('every advice has a page', () => {
    const codes = all.map(({ code }) => code);
    for (const { code } of advices) expect(codes).toContain(code);
  });

  test.each(pages.map((page) => [page.code, page] as const))(
    '%s: the wrong example is found, the right one is not',
    async (code, page) => {
      expect(page.wrong.length, 'an example under "Wrong"').toBeGreaterThan(0);
      expect(page.right.length, 'an example under "Right"').toBeGreaterThan(0);
      const wrong = await checkExamples(page.wrong);
      expect(wrong.filter((problem) => problem.code === code).map(({ severity }) => severity)).toContain(page.severity);
      const right = await checkExamples(page.right);
      expect(right.filter((problem) => problem.code === code || problem.severity === 'error')).toEqual([]);
    },
  );

  test('the form that examples stand in has no problem itself', async () => {
    expect(await checkExamples([])).toEqual([]);
  });
});
