import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from './cli.ts';

const forms = join(import.meta.dirname, '../../../forms');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schalter-cli-'));
  cpSync(forms, join(folder, 'forms'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function schalter(...words: string[]) {
  const output: string[] = [];
  const errors: string[] = [];
  const status = await runCli(words, {
    write: (text) => output.push(text),
    writeError: (text) => errors.push(text),
    colour: false,
    folder,
  });
  return { status, output: output.join(''), errors: errors.join('') };
}

/** Changes a form's text and writes it back. */
function edit(form: string, change: (text: string) => string) {
  const file = join(folder, 'forms', form, 'form.json');
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

describe('schalter check', () => {
  test('finds the shipped forms sound', async () => {
    const { status, output } = await schalter('check');
    expect(output).toContain('sound');
    expect(status).toBe(0);
  });

  test('says file, pointer, code and sentence of all problems at once', async () => {
    edit('hundesteuer-anmeldung', (text) =>
      text.replace("wohnort == 'nein'", 'wonort == 7').replace('age(halter.geburtsdatum) >= 65', "steuer > 'x'"),
    );
    const { status, output } = await schalter('check', 'forms/hundesteuer-anmeldung');
    expect(status).toBe(1);
    expect(output).toMatch(
      /hundesteuer-anmeldung\/form\.json:\d+:\d+#\/steps\/\d+\/when\n {2}error expression-unknown-name .*wohnort/,
    );
    expect(output).toMatch(
      /hundesteuer-anmeldung\/form\.json:\d+:\d+#\/steps\/\d+\/when\n {2}error expression-compare /,
    );
    // The line, and the wrong word underlined.
    expect(output).toMatch(/│ .*wonort == 7.*\n +│ +~{6}\n/);
    expect(output).toMatch(/1 form checked: 2 errors/);
  });

  test('gives JSON for machines', async () => {
    edit('hundesteuer-anmeldung', (text) => text.replace("wohnort == 'nein'", 'wonort == 7'));
    const { output } = await schalter('check', '--json', 'forms/hundesteuer-anmeldung/form.json');
    const [{ problems }] = JSON.parse(output);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'expression-unknown-name', file: 'form.json', severity: 'error' }),
    );
  });

  test('reports a file that is no JSON with its place', async () => {
    edit('hundesteuer-anmeldung', (text) => text.slice(0, 200));
    const { status, output } = await schalter('check');
    expect(status).toBe(1);
    expect(output).toContain('hundesteuer-anmeldung/form.json');
    expect(output).toContain('json-syntax');
  });

  test('a folder that is not there, or holds no form, is one sentence', async () => {
    expect(await schalter('check', 'nirgends')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('nirgends'),
    });
    mkdirSync(join(folder, 'leer'));
    expect(await schalter('check', 'leer')).toMatchObject({ status: 2, errors: expect.stringContaining('leer') });
  });
});

describe('schalter test', () => {
  test('passes the shipped cases', async () => {
    const { status, output } = await schalter('test');
    expect(output).toMatch(/\d+ passed, 0 failed/);
    expect(status).toBe(0);
  });

  test('shows what differs', async () => {
    edit('hundesteuer-anmeldung', (text) => text.replaceAll('10000', '11000'));
    const { status, output } = await schalter('test', 'forms/hundesteuer-anmeldung');
    expect(status).toBe(1);
    expect(output).toMatch(/FAIL hundesteuer-anmeldung: /);
    expect(output).toMatch(/- \/steuer 10000\n +\+ \/steuer 11000/);
  });
});

describe('schalter', () => {
  test('explains itself', async () => {
    const { status, output } = await schalter('--help');
    expect(status).toBe(0);
    for (const command of ['check', 'test', 'serve']) expect(output).toContain(command);
    expect((await schalter('check', '--help')).output).toContain('Exit status');
  });

  test('wrong words are status 2', async () => {
    expect(await schalter('chekc')).toMatchObject({ status: 2, errors: expect.stringContaining('check') });
    expect((await schalter('check', '--nirgends')).status).toBe(2);
  });
});
