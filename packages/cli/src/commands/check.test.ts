import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

const untitled = { farbe: { type: 'string', maxLength: 20 } };

describe('what is checked', () => {
  test('patterns name forms', async () => {
    box.write('forms/hund/form.json', smallForm());
    box.write('forms/hundeschule/form.json', smallForm({ id: 'hundeschule' }));
    box.write('forms/katze/form.json', smallForm({ id: 'katze' }));
    expect(await box.run('check', 'forms/hund*')).toMatchObject({
      status: 0,
      output: expect.stringContaining('2 forms'),
    });
    expect(await box.run('check', 'forms/*/form.json')).toMatchObject({ output: expect.stringContaining('3 forms') });
    expect(await box.run('check', 'forms/maus*')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('maus*'),
    });
  });

  test('a form is known by its folder, whatever it calls itself', async () => {
    box.write('forms/hund-neu/form.json', smallForm({}, untitled));
    const { output, status } = await box.run('check', 'forms/hund-neu');
    expect(status).toBe(1);
    expect(output).toContain('forms/hund-neu/form.json');
  });

  test('what cannot be read has file, line and sentence, and the others are checked all the same', async () => {
    box.write('forms/a/form.json', '{\n  "id": "a",\n  // Notiz\n}');
    box.write('forms/b/form.json', Buffer.from([0x7b, 0xfc, 0x7d]));
    box.write('forms/c/form.json', '{"id":"c","id":"c"}');
    box.write('forms/hund/form.json', smallForm());
    const { status, output } = await box.run('check');
    expect(status).toBe(1);
    expect(output).toMatch(/forms\/a\/form\.json:3:3\n {2}error json-comment /);
    expect(output).toMatch(/forms\/b\/form\.json\n {2}error file-encoding /);
    expect(output).toMatch(/forms\/c\/form\.json:1:\d+#\/id\n {2}error duplicate-key /);
    expect(output).toContain('2 forms checked');
  });

  test('thousands of problems are counted, not printed', async () => {
    const fields = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`f${index}`, { type: 'string' }]));
    box.write('forms/hund/form.json', smallForm({}, fields));
    const { output, status } = await box.run('check');
    expect(status).toBe(1);
    expect(output).toMatch(/… and \d+ more problems of this form/);
    expect(output.split('\n').length).toBeLessThan(400);
  });
});

describe('configuration', () => {
  test('gives rules other severities', async () => {
    box.write('forms/hund/form.json', smallForm({}, untitled));
    expect((await box.run('check')).status).toBe(1);
    box.write('schalter.config.ts', "export default { check: { rules: { 'title-missing': 'warning' } } };\n");
    expect(await box.run('check')).toMatchObject({ status: 0, output: expect.stringContaining('title-missing') });
    box.write('strict.json', { check: { rules: { 'title-missing': 'warning' }, maxWarnings: 0 } });
    expect((await box.run('check', '--config', 'strict.json')).status).toBe(1);
  });

  test('gives some forms other severities than the rest', async () => {
    box.write('forms/hund/form.json', smallForm({}, untitled));
    box.write('forms/katze/form.json', smallForm({ id: 'katze' }, untitled));
    const overrides = [{ forms: ['h*'], rules: { 'title-missing': 'warning' } }];
    box.write('schalter.config.json', { check: { overrides } });
    const { output } = await box.run('check');
    expect(output).toMatch(/forms\/hund\/.*\n {2}warning title-missing/);
    expect(output).toMatch(/forms\/katze\/.*\n {2}error title-missing/);
  });

  test('that is wrong is said before anything is checked', async () => {
    box.write('forms/hund/form.json', smallForm());
    box.write('falsch.json', { check: { rules: { 'titel-fehlt': 'off' } } });
    const { status, errors } = await box.run('check', '--config', 'falsch.json');
    expect(status).toBe(2);
    expect(errors).toContain('/check/rules');
  });
});

describe('--fix', () => {
  test('repairs what needs no decision and leaves the rest as it is written', async () => {
    const text = JSON.stringify(
      smallForm({}, { farbe: { type: 'string', title: 'Farbe', oneOf: [{ const: 'rot ', title: 'Rot' }] } }),
      null,
      4,
    ).replace('"maxLength": 60', '"maxLength": 60, "pattern": "^[a-z]{1,20}$"');
    box.write(
      'forms/hund/form.json',
      `\uFEFF${text.replace('["name"]', '["name", "name"]').replace(/"required": \[\s*"name"/, '"required": ["name", "name"')}`,
    );
    const { status, output } = await box.run('check', '--fix');
    expect(output).toMatch(/4 problems repaired/);
    expect(status).toBe(0);
    const fixed = box.read('forms/hund/form.json');
    expect(fixed.startsWith('{')).toBe(true);
    expect(fixed).toContain('"const": "rot"');
    expect(fixed).toContain('"pattern": "^(?:[a-z]{1,20})$"');
    expect(JSON.parse(fixed).data.required).toEqual(['name']);
    // Four spaces, as its author writes.
    expect(fixed).toContain('\n    "id": "hund"');
  });
});

describe('--since', () => {
  const commit = (form: object) => {
    box.write('forms/hund/form.json', form);
    box.write('forms/katze/form.json', smallForm({ id: 'katze' }));
    box.git('init', '-q');
    box.git('add', '.');
    box.git('commit', '-q', '-m', 'Stand');
  };
  const farbe = { farbe: { type: 'string', title: 'Farbe', maxLength: 20 } };

  test('checks only what differs', async () => {
    commit(smallForm());
    expect(await box.run('check', '--since', 'HEAD')).toMatchObject({
      status: 0,
      output: expect.stringContaining('0 forms'),
    });
    box.write('forms/hund/form.json', smallForm({ version: '1.1.0' }, farbe));
    expect(await box.run('check', '--since', 'HEAD')).toMatchObject({
      status: 0,
      output: expect.stringContaining('1 form '),
    });
  });

  test('a change without a new version is an error at the version', async () => {
    commit(smallForm());
    box.write('forms/hund/form.json', smallForm({}, farbe));
    const { status, output } = await box.run('check', '--since', 'HEAD');
    expect(status).toBe(1);
    expect(output).toMatch(/form\.json:4:\d+#\/version\n {2}error version-not-raised .*1\.1\.0/);
  });

  test('says whether a change breaks drafts or receivers, and which version it needs', async () => {
    commit(smallForm({}, farbe));
    box.write('forms/hund/form.json', smallForm({ version: '1.0.1' }));
    const { status, output } = await box.run('check', '--since', 'HEAD');
    expect(status).toBe(1);
    expect(output).toMatch(/version-raised-too-little .*receivers and drafts.*2\.0\.0/);
    expect(output).toMatch(/breaking-change .*"Farbe"/);
    box.write('forms/hund/form.json', smallForm({ version: '2.0.0' }));
    expect((await box.run('check', '--since', 'HEAD')).status).toBe(0);
  });

  test('a change of a shared list concerns the forms that use it', async () => {
    box.write('forms/_lists/farben.json', {
      id: 'farben',
      version: '1',
      title: 'Farben',
      language: 'de',
      entries: [{ const: 'rot', title: 'Rot' }],
    });
    commit(smallForm({}, { farbe: { type: 'string', title: 'Farbe', options: 'list:farben@1' } }));
    box.write('forms/_lists/farben.json', box.read('forms/_lists/farben.json').replace('"Rot"', '"Rotbraun"'));
    const { output } = await box.run('check', '--since', 'HEAD');
    expect(output).toMatch(/1 form checked/);
    expect(output).toMatch(/version-not-raised .*1\.0\.1/);
  });

  test('an unknown commit is one sentence', async () => {
    commit(smallForm());
    expect(await box.run('check', '--since', 'nirgends')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('nirgends'),
    });
    expect((await box.run('check', '--since', '--output=x')).status).toBe(2);
  });
});

describe('--watch', () => {
  test('checks the form that changes, until it is stopped', async () => {
    const stop = new AbortController();
    const written: string[] = [];
    const watched = sandbox({ stop: stop.signal, write: (text) => written.push(text) });
    try {
      watched.write('forms/hund/form.json', smallForm());
      watched.write('forms/katze/form.json', smallForm({ id: 'katze' }));
      const running = watched.run('check', '--watch');
      await vi.waitFor(() => expect(written.join('')).toContain('Watching'), 20_000);
      watched.write('forms/hund/form.json', smallForm({}, untitled));
      await vi.waitFor(() => expect(written.join('')).toMatch(/title-missing[\s\S]*1 form checked: 1 error/), 20_000);
      stop.abort();
      expect((await running).status).toBe(1);
    } finally {
      stop.abort();
      watched.remove();
    }
  });
});
