import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the example of docs/engine.md runs and prints what its comments say', async () => {
  const source = read('./example.ts');
  expect(read('../../../docs/engine.md')).toContain(`\`\`\`ts\n${source}\`\`\``);
  const said: unknown[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((value: unknown) => void said.push(value));
  await import('./example.ts');
  log.mockRestore();
  expect(said).toEqual([['/name required'], 'summary', { name: 'Erika Mustermann', elektrisch: false, gebuehr: 3000 }]);
});
