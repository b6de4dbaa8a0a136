import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

const dogTax = 'forms/hundesteuer-anmeldung';

function shipped() {
  cpSync(join(import.meta.dirname, '../../../../forms'), join(box.folder, 'forms'), { recursive: true });
}

describe('schalter schema', () => {
  test('writes a schema that other tools compile, and says what it leaves out', async () => {
    shipped();
    const { status, output, errors } = await box.run('schema', dogTax);
    expect(status).toBe(0);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(output));
    expect(validate({ wohnort: 'vielleicht' })).toBe(false);
    expect(errors).toContain('not in the schema: value of /steuer');
  });

  test('a form with errors is status 1 and one sentence', async () => {
    box.write('forms/hund/form.json', smallForm({ steps: [] }));
    expect(await box.run('schema', 'forms/hund')).toMatchObject({ status: 1, errors: expect.stringContaining('hund') });
    expect(await box.run('schema', 'forms')).toMatchObject({ status: 1 });
  });
});

describe('schalter types', () => {
  test('writes types of all forms, options as unions, lists of any length', async () => {
    shipped();
    expect((await box.run('types', '--output', 'src/forms.ts')).status).toBe(0);
    const types = box.read('src/forms.ts');
    expect(types).toContain('export interface HundesteuerAnmeldung {');
    expect(types).toContain('export interface MutterschutzBenachrichtigung {');
    expect(types).toContain("wohnort: 'ja' | 'nein';");
    expect(types).toMatch(/hunde: \{[\s\S]*\}\[\];/);
    expect(types).not.toContain('unknown');
  });
});

describe('schalter fmt', () => {
  test('lays files out anew, then leaves them alone', async () => {
    shipped();
    const forms = () =>
      readdirSync(join(box.folder, 'forms'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /^[a-z].*\.json$/.test(name))
        .map((name) => JSON.stringify(JSON.parse(box.read(join('forms', name)))));
    const before = forms();
    box.write('forms/hund/form.json', JSON.stringify(smallForm()));
    expect(await box.run('fmt', '--check')).toMatchObject({
      status: 1,
      output: expect.stringContaining('forms/hund/form.json'),
    });
    expect((await box.run('fmt')).status).toBe(0);
    expect(await box.run('fmt', '--check')).toMatchObject({ status: 0, output: expect.stringContaining('0 laid out') });
    expect(forms()).toEqual(expect.arrayContaining(before));
  });

  test('leaves alone what is no JSON', async () => {
    box.write('forms/hund/form.json', '{ "id": "a", "id": "b" }');
    const { status, output } = await box.run('fmt');
    expect(status).toBe(1);
    expect(output).toContain('stands twice');
    expect(box.read('forms/hund/form.json')).toBe('{ "id": "a", "id": "b" }');
  });
});

describe('schalter graph', () => {
  test('draws steps, conditions and exits as Mermaid', async () => {
    shipped();
    const { output } = await box.run('graph', dogTax);
    expect(output).toMatch(/^flowchart TD\n/);
    expect(output).toContain('c1 -- ja --> s1');
    expect(output).toContain('s1[["Bitte wenden Sie sich an Ihre Gemeinde"]]');
    // Nothing leads on from an exit.
    expect(output).not.toMatch(/^ {2}s1 -->/m);
    expect(output).toContain('sent(["Gesendet"])');
  });

  test('titles cannot break out of the drawing', async () => {
    const steps = [{ id: 'a', title: 'A"]; click x <script>alert(1)</script>', fields: ['/name'] }];
    box.write('forms/hund/form.json', smallForm({ steps }));
    expect((await box.run('graph', 'forms/hund')).output).not.toMatch(/<script|"\]; click/);
    const { output } = await box.run('graph', '--format', 'svg', 'forms/hund');
    expect(output).toContain('<svg');
    expect(output).not.toContain('<script');
  });
});

describe('schalter doc', () => {
  test('writes what the form asks, when, and what it does with it', async () => {
    shipped();
    const { output, status } = await box.run('doc', dogTax);
    expect(status).toBe(0);
    for (const part of [
      '# Hund zur Hundesteuer anmelden',
      "Nur wenn: wohnort == 'nein'",
      '/hunde/\\*/chip',
      'Offene Punkte',
    ]) {
      expect(output).toContain(part);
    }
  });

  test('as PDF, too', async () => {
    shipped();
    expect(await box.run('doc', '--format', 'pdf', dogTax)).toMatchObject({
      status: 2,
      errors: expect.stringContaining('--output'),
    });
    expect((await box.run('doc', dogTax, '--output', 'out/spec.pdf')).status).toBe(0);
    expect(box.read('out/spec.pdf').startsWith('%PDF-')).toBe(true);
  });

  test('every shipped form can be described', async () => {
    shipped();
    const names = readdirSync(join(box.folder, 'forms'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
    );
    for (const { name } of names) expect((await box.run('doc', `forms/${name}`)).status).toBe(0);
  });
});

describe('schalter diff', () => {
  test('says in words what differs and what it breaks', async () => {
    box.write('alt/hund/form.json', smallForm({}, { farbe: { type: 'string', title: 'Farbe', maxLength: 20 } }));
    box.write('neu/hund/form.json', smallForm({ version: '2.0.0' }));
    const { status, output } = await box.run('diff', 'alt/hund', 'neu/hund');
    expect(status).toBe(1);
    expect(output).toContain('Breaks receivers and drafts\n  - The field "Farbe" (/farbe) is gone.');
    expect(output).toContain('This needs version 2.0.0 or above.');
    expect(await box.run('diff', 'alt/hund', 'alt/hund')).toMatchObject({
      status: 0,
      output: expect.stringContaining('Nothing'),
    });
  });

  test('compares with a commit', async () => {
    box.write('forms/hund/form.json', smallForm());
    box.git('init', '-q');
    box.git('add', '.');
    box.git('commit', '-q', '-m', 'Stand');
    box.write(
      'forms/hund/form.json',
      smallForm({ version: '1.1.0' }, { farbe: { type: 'string', title: 'Farbe', maxLength: 20 } }),
    );
    const { status, output } = await box.run('diff', 'forms/hund', '--since', 'HEAD');
    expect(status).toBe(0);
    expect(output).toContain('The field "Farbe" (/farbe) is new.');
    expect((await box.run('diff', 'forms/hund')).status).toBe(2);
  });
});
