import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('docs/checks.md', () => {
  const table = read('packages/definition/src/errors.ts');
  const docs = read('docs/checks.md');
  /** The codes between a group's comment in the table and the next one. */
  const codesOf = (group: string) => {
    const start = table.indexOf(`// ${group}:`);
    const end = table.indexOf('\n  // ', start + 1);
    return [...table.slice(start, end === -1 ? undefined : end).matchAll(/^ {2}'?([a-z-]+)'?:/gmu)].map(
      ([, code = '']) => code,
    );
  };

  it.each(['check', 'compile', 'definition', 'advice'])('explains every code of the group %s', (group) => {
    const codes = codesOf(group);
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) expect(docs).toContain(`\`${code}\``);
  });

  it('knows no other codes', () => {
    const known = new Set([...table.matchAll(/^ {2}'?([a-z-]+)'?:/gmu)].map(([, code]) => code));
    const rows = docs.split('\n').filter((line) => line.startsWith('| `'));
    for (const row of rows) {
      for (const [, code] of (row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/gu)) expect(known, code).toContain(code);
    }
  });
});
