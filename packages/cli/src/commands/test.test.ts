import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
  box.write(
    'forms/hund/form.json',
    smallForm(
      {
        steps: [
          { id: 'hund', title: 'Der Hund', fields: ['/name', '/gross'] },
          { id: 'gross', title: 'Ein großer Hund', when: 'gross == true', fields: ['/hoehe'] },
        ],
      },
      {
        gross: { type: 'boolean', title: 'Ist er groß?' },
        hoehe: {
          type: 'integer',
          title: 'Schulterhöhe',
          checks: [{ id: 'hoehe', assert: 'self.hoehe > 40', message: 'Das ist nicht groß.' }],
        },
      },
    ),
  );
  box.write('forms/hund/cases/klein.json', {
    name: 'Kleiner <Hund>',
    today: '2026-11-23',
    answers: { name: 'Bello', gross: false },
    expect: { path: ['hund', 'summary'], problems: [] },
  });
});
afterEach(() => box.remove());

describe('results', () => {
  test('routes and problems differ entry by entry', async () => {
    box.write('forms/hund/cases/falsch.json', {
      name: 'Falsch',
      answers: {},
      expect: { path: ['hund', 'gross', 'summary'], problems: [{ at: '/gross', code: 'required' }] },
    });
    const { status, output } = await box.run('test');
    expect(status).toBe(1);
    expect(output).toContain(['         hund', '       - gross', '         summary'].join('\n'));
    expect(output).toContain(['       - /gross required', '       + /name required'].join('\n'));
    expect(output).toContain('1 passed, 1 failed of 2 cases');
  });

  test('coverage names what no case does', async () => {
    const { status, output } = await box.run('test', '--coverage');
    expect(status).toBe(0);
    expect(output).toMatch(/hund +1 +66\.6 % +50 % +0 %/);
    expect(output).toContain('reaches the step gross');
    expect(output).toContain('makes gross == true true');
    expect(output).toContain('reaches the check hoehe');
    box.write('forms/hund/cases/gross.json', {
      name: 'Groß',
      answers: { name: 'Rex', gross: true, hoehe: 70 },
      expect: {},
    });
    box.write('forms/hund/cases/zu-klein.json', {
      name: 'Zu klein',
      answers: { name: 'Rex', gross: true, hoehe: 7 },
      expect: {},
    });
    expect((await box.run('test', '--coverage')).output).toMatch(/hund +3 +100 % +100 % +100 %/);
  });

  test('a configuration can ask for coverage', async () => {
    box.write('schalter.config.json', { test: { coverage: { steps: 90 } } });
    const { status, errors } = await box.run('test');
    expect(status).toBe(1);
    expect(errors).toContain('66.6 % of the steps');
  });

  test('JSON and HTML carry cases and coverage; names are no markup', async () => {
    const [result] = JSON.parse((await box.run('test', '--json')).output);
    expect(result).toMatchObject({ form: 'hund', coverage: { steps: 66.6 }, cases: [{ ok: true }] });
    expect((await box.run('test', '--format', 'html', '--output', 'out/cases.html')).status).toBe(0);
    const page = box.read('out/cases.html');
    expect(page).toContain('Kleiner &lt;Hund&gt;');
    expect(page).not.toMatch(/<script|https?:/);
  });
});

describe('--report', () => {
  test('writes JUnit beside what the terminal shows: a case per case, differences in its failure', async () => {
    box.write('forms/hund/cases/falsch.json', { name: 'Falsch', answers: {}, expect: { problems: [] } });
    const { status, output } = await box.run('test', '--report', 'junit=cases.xml', '--report', 'html=cases.html');
    expect(status).toBe(1);
    expect(output).toContain('FAIL hund: Falsch');
    const xml = box.read('cases.xml');
    expect(xml).toContain('<testsuite name="hund" tests="2" failures="1">');
    expect(xml).toContain('name="Kleiner &lt;Hund&gt;"/>');
    expect(xml).toMatch(/<failure message="differs [^"]*problems">problems[\s\S]*\/name[\s\S]*<\/failure>/);
    expect(box.read('cases.html')).toContain('Falsch');
    expect((await box.run('test', '--report', 'sarif=x')).status).toBe(2);
  });
});

describe('--record', () => {
  const record = (...words: string[]) => box.run('test', 'forms/hund', '--record', 'entwurf.json', ...words);

  test('makes a case of a saved session, which passes', async () => {
    box.write('entwurf.json', {
      format: 1,
      form: { id: 'hund', version: '1.0.0', hash: 'x' },
      language: 'de',
      today: '2026-11-24',
      answers: { name: 'Rex', gross: true, hoehe: 7 },
      flow: { step: 'gross', left: [], fromSummary: false },
    });
    const { status, output } = await record('--name', 'Größe zu klein!');
    expect(status).toBe(0);
    expect(output).toContain('forms/hund/cases/groesse-zu-klein.json');
    expect(JSON.parse(box.read('forms/hund/cases/groesse-zu-klein.json'))).toEqual({
      name: 'Größe zu klein!',
      today: '2026-11-24',
      answers: { name: 'Rex', gross: true, hoehe: 7 },
      expect: { path: ['hund', 'gross', 'summary'], problems: [{ at: '/hoehe', code: 'check:hoehe' }] },
    });
    expect(await box.run('test')).toMatchObject({ status: 0, output: expect.stringContaining('2 passed') });
    expect(await record('--name', 'Größe zu klein!')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('--force'),
    });
  });

  test('takes answers alone, and refuses what is another form’s or no JSON', async () => {
    box.write('entwurf.json', { name: 'Rex' });
    expect((await record('--name', 'Nur der Name')).status).toBe(0);
    expect((await record()).errors).toContain('--name');
    box.write('entwurf.json', { form: { id: 'katze' }, answers: {} });
    expect((await record('--name', 'Katze')).errors).toContain('katze');
    box.write('entwurf.json', '{');
    expect((await record('--name', 'Kaputt')).status).toBe(2);
  });
});
