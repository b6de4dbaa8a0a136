import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
  box.write('forms/hund/form.json', smallForm());
});
afterEach(() => box.remove());

describe('schalter bundle', () => {
  test('writes a module with a hash in its name and says what it weighs', async () => {
    const { status, output } = await box.run('bundle', 'forms/hund', '--output', 'public/formulare');
    expect(status).toBe(0);
    const [, name = ''] = /^public\/formulare\/(\S+) {2}[\d.]+ kB, [\d.]+ kB compressed\n$/.exec(output) ?? [];
    expect(name).toMatch(/^hund-1\.0\.0\.[0-9a-f]{16}\.js$/);
    const module = await import(/* @vite-ignore */ join(box.folder, 'public/formulare', name));
    expect(module.program).toMatchObject({ id: 'hund', languages: ['de'] });
    expect(module.validate('/name', 'x'.repeat(61))).toEqual([{ code: 'maxLength', params: { limit: 60 } }]);
  });

  test('the same form gives the same file, wherever its folder is', async () => {
    const { output } = await box.run('bundle', 'forms/hund');
    const other = sandbox();
    try {
      // Other order of members of no meaning, other layout, other neighbours.
      const { $schema, id, ...rest } = smallForm() as Record<string, unknown>;
      other.write('anderswo/hund/form.json', JSON.stringify({ id, ...rest, $schema }));
      other.write('anderswo/katze/form.json', smallForm({ id: 'katze' }));
      expect((await other.run('bundle', 'anderswo/hund')).output).toBe(output);
    } finally {
      other.remove();
    }
  });

  test('a change gives another name', async () => {
    await box.run('bundle', 'forms/hund', '--output', 'public');
    box.write('forms/hund/form.json', smallForm({ title: 'Hund melden' }));
    await box.run('bundle', 'forms/hund', '--output', 'public');
    expect(readdirSync(join(box.folder, 'public'))).toHaveLength(2);
  });

  test('several forms go to a folder, not to the terminal', async () => {
    box.write('forms/katze/form.json', smallForm({ id: 'katze' }));
    expect(await box.run('bundle', 'forms')).toMatchObject({ status: 2, output: '' });
    const { status, output } = await box.run('bundle', 'forms', '--output', 'public');
    expect(status).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(2);
  });

  test('a language that a form has not, or a broken form, writes nothing', async () => {
    expect(await box.run('bundle', 'forms/hund', '--language', 'fr', '--output', 'public')).toMatchObject({
      status: 2,
      errors: 'The form hund is not there in fr, only in de.\n',
    });
    box.write('forms/hund/form.json', smallForm({ steps: [] }));
    expect((await box.run('bundle', 'forms/hund', '--output', 'public')).status).toBe(1);
    expect(existsSync(join(box.folder, 'public'))).toBe(false);
  });
});
