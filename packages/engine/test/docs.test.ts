import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';

/* Every example of the pages about the engine is a file in `examples/`, which is type-checked and run. */

const root = new URL('../../../docs/', import.meta.url);
const folder = new URL('./examples/', import.meta.url);
const pages = ['engine.md', 'services.md', 'analysis.md', 'drafts.md', 'typed-entry.md'];
const marker = '// In the page:\n\n';

/** What of an example stands in a page: all of it, or what comes behind the mark. */
function shown(file: string): string {
  const source = readFileSync(new URL(file, folder), 'utf8');
  const start = source.indexOf(marker);
  return start === -1 ? source : source.slice(start + marker.length);
}

const blocks = pages.flatMap((page) => {
  const text = readFileSync(new URL(page, root), 'utf8');
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, block = '']) => ({ page, block }));
});
// What several examples share is none.
const examples = readdirSync(folder).filter((file) => file !== 'parkausweis.ts');

test.each(blocks)('$page shows an example that is run: $block', ({ block }) => {
  expect(examples.map(shown)).toContain(block);
});

describe.each(examples)('%s', (file) => {
  test('stands in a page', () => {
    expect(blocks.map(({ block }) => block)).toContain(shown(file));
  });

  test('says what its comments say', async () => {
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
      const parts = values.map((one) => (typeof one === 'string' ? one : inspect(one, { breakLength: 200 })));
      // Amounts stand before their unit with a space that does not break.
      said.push(parts.join(' ').replaceAll('\u00a0', ' '));
    });
    await import(new URL(file, folder).href);
    log.mockRestore();
    expect(said).toEqual(expectedBy(shown(file)));
  });
});

/** The comments behind calls that print something, or on the line below. */
function expectedBy(source: string): string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    if (!/\b(?:console\.log|session\.send|type)\(/.test(line) || /^\s*(?:function|const stop)\b/.test(line)) return [];
    const [, behind] = /; \/\/ (.*)$/.exec(line) ?? [];
    const [, below] = /^\s*\/\/ (.*)$/.exec(lines[index + 1] ?? '') ?? [];
    const said = behind ?? (line.includes('console.log(') ? below : undefined);
    return said === undefined || /^is kept/.test(said) ? [] : [said];
  });
}
