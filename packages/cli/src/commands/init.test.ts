import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

const definition = join(import.meta.dirname, '../../../definition');

describe('schalter init', () => {
  test('makes a repository whose form is sound and passes its cases, under its own configuration', async () => {
    const { status, output } = await box.run('init', '.');
    expect(status).toBe(0);
    expect(await box.run('check')).toMatchObject({ status: 0, output: '1 form checked: sound, 0 warnings\n' });
    expect(await box.run('test')).toMatchObject({ status: 0, errors: '' });
    expect((await box.run('fmt', '--check')).status).toBe(0);
    const made = readdirSync(box.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(output.match(/^made /gm)).toHaveLength(made.length);
  });

  test('names the package after the folder and asks for this version of the command', async () => {
    await box.run('init', 'Formulare der Stadt');
    expect(JSON.parse(box.read('Formulare der Stadt/package.json'))).toMatchObject({
      name: 'formulare-der-stadt',
      scripts: { check: 'schalter check' },
      devDependencies: { '@schalter/cli': (await box.run('--version')).output.trim() },
    });
  });

  test('associates schemas that are there', async () => {
    await box.run('init');
    const { 'json.schemas': schemas } = JSON.parse(box.read('.vscode/settings.json'));
    expect(schemas).toHaveLength(5);
    for (const { url } of schemas) {
      const file = url.replace('./node_modules/@schalter/definition', definition);
      expect(existsSync(file), url).toBe(true);
    }
  });

  test('the commit hook may be run', async () => {
    await box.run('init');
    expect(statSync(join(box.folder, '.githooks/pre-commit')).mode & 0o111).toBe(0o111);
  });

  test('never overwrites, and says what it kept', async () => {
    box.write('README.md', 'Unsere Formulare');
    box.write('forms/hund/form.json', smallForm());
    const { status, output } = await box.run('init');
    expect(status).toBe(0);
    expect(box.read('README.md')).toBe('Unsere Formulare');
    expect(readdirSync(join(box.folder, 'forms'))).toEqual(['hund']);
    expect(output).toMatch(/^kept {2}README\.md$/m);
    expect(output).toMatch(/^kept {2}forms\/$/m);
    expect(output).toMatch(/^made {2}package\.json$/m);
    const again = await box.run('init');
    expect(again.output).not.toMatch(/^made/m);
  });

  test('a folder that cannot be written to is one sentence', async () => {
    box.write('formulare', 'eine Datei');
    expect(await box.run('init', 'formulare')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('formulare'),
    });
  });
});
