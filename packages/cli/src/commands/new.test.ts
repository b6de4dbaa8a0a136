import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../../test/sandbox.ts';
import { templates } from '../scaffold/templates.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

describe('schalter new', () => {
  test.each(Object.keys(templates))(
    'a form from the template %s is sound as it is, and its cases pass',
    async (name) => {
      const { status, output } = await box.run('new', 'mein-formular', '--template', name);
      expect(status).toBe(0);
      expect(output).toContain('made  forms/mein-formular/form.json\n');
      const form = JSON.parse(box.read('forms/mein-formular/form.json'));
      expect(form).toMatchObject({ id: 'mein-formular', version: '1.0.0' });
      expect(await box.run('check')).toMatchObject({ status: 0, output: '1 form checked: sound, 0 warnings\n' });
      const tested = await box.run('test', '--json');
      expect(tested.status).toBe(0);
      const [{ coverage, cases }] = JSON.parse(tested.output);
      expect(cases.length).toBeGreaterThan(1);
      expect(coverage.steps).toBe(100);
      expect((await box.run('fmt', '--check')).status).toBe(0);
    },
  );

  test('every template is explained, and every explained one is there', async () => {
    const folders = readdirSync(join(import.meta.dirname, '../../assets/templates')).sort();
    expect(folders).toEqual(Object.keys(templates).sort());
    const { output } = await box.run('new', '--help');
    for (const [name, what] of Object.entries(templates)) expect(output).toMatch(new RegExp(`${name} +${what}`));
  });

  test('takes a title with its translation', async () => {
    await box.run('new', 'hund', '--title', 'Hund {{an}}melden', '--title-en', 'Register a dog');
    expect(JSON.parse(box.read('forms/hund/form.json')).title).toBe('Hund \\{{an}}melden');
    expect(JSON.parse(box.read('forms/hund/locales/en.json'))['form#title'].text).toBe('Register a dog');
    expect(await box.run('check')).toMatchObject({ status: 0, output: '1 form checked: sound, 0 warnings\n' });
  });

  test('a title without a translation is not shown under the one of the template', async () => {
    await box.run('new', 'hund', '--title', 'Hund anmelden');
    const { output } = await box.run('check');
    expect(output).toMatch(/translation-missing "form#title"/);
    expect(output).toMatch(/1 form checked: 1 error/);
  });

  test('never touches what is there', async () => {
    box.write('forms/hund/notiz.txt', 'meins');
    expect(await box.run('new', 'hund')).toMatchObject({ status: 2, errors: expect.stringContaining('forms/hund') });
    expect(readdirSync(join(box.folder, 'forms/hund'))).toEqual(['notiz.txt']);
  });

  test.each(['Hund anmelden', '../hund', 'hund/neu', '_blocks', 'h--d', ''])('refuses "%s" as a name', async (id) => {
    expect((await box.run('new', id)).status).toBe(2);
    expect(readdirSync(box.folder)).toEqual([]);
  });
});
