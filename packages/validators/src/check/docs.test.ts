import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIndex, checkIndexFile } from '../../test/check-index.ts';
import { checkPages } from '../../test/check-pages.ts';

const table = readFileSync(new URL('../../../definition/src/errors.ts', import.meta.url), 'utf8');

/** The codes between a group's comment in the table and the next one. */
function codesOf(group: string): string[] {
  const start = table.indexOf(`// ${group}:`);
  const end = table.indexOf('\n  // ', start + 1);
  const part = table.slice(start, end === -1 ? undefined : end);
  return [...part.matchAll(/^ {2}'?([a-z-]+)'?:/gmu)].map(([, code = '']) => code);
}

/** Codes without a page: limits that no hand-written form meets, and what other codes say before it comes to these. */
const unexplained = new Set([
  'constraint-unusable',
  'data-too-deep',
  'data-too-large',
  'expression-not-cel',
  'handover-without-exit',
  'markdown-too-long',
  'migration-old-twice',
  'pattern-undecided',
  'ref-too-long',
]);

describe('docs/checks', () => {
  const pages = new Set(checkPages().map(({ code }) => code));

  it.each(['check', 'compile', 'definition', 'expression', 'analysis', 'advice'])(
    'has a page for every code of the group %s',
    (group) => {
      const codes = codesOf(group).filter((code) => !unexplained.has(code));
      expect(codes.length).toBeGreaterThan(5);
      expect(codes.filter((code) => !pages.has(code))).toEqual([]);
    },
  );

  it('knows no other codes', () => {
    const known = new Set([...table.matchAll(/^ {2}'?([a-z-]+)'?:/gmu)].map(([, code]) => code));
    expect([...pages].filter((code) => !known.has(code))).toEqual([]);
  });

  it('lists all of them (npm run generate)', () => {
    expect(readFileSync(checkIndexFile, 'utf8')).toBe(checkIndex());
  });
});
