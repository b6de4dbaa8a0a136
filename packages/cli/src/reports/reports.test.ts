import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
  // An error with a title that every format has to escape, and a warning.
  const farbe = { type: 'string', title: 'A, <b> & 100%', when: "nmae == 'x'" };
  box.write('forms/hund/form.json', smallForm({ review: [{ text: 'Zeile 1\nZeile 2' }] }, { farbe }));
  box.write('forms/katze/form.json', smallForm({ id: 'katze' }));
});
afterEach(() => box.remove());

const check = async (format: string) => (await box.run('check', '--format', format)).output;

describe('reports', () => {
  test('json has places for machines', async () => {
    const forms = JSON.parse(await check('json'));
    expect(forms.map(({ form }: { form: string }) => form)).toEqual(['hund', 'katze']);
    expect(forms[0].problems).toContainEqual(
      expect.objectContaining({
        code: 'expression-unknown-name',
        severity: 'error',
        path: 'forms/hund/form.json',
        at: '/data/properties/farbe/when',
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    );
  });

  test('sarif names rule, file and region', async () => {
    const { version, runs } = JSON.parse(await check('sarif'));
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs;
    const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'expression-unknown-name');
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'forms/hund/form.json' },
            region: { startLine: expect.any(Number) },
          },
        },
      ],
    });
  });

  test('the region is the wrong word', async () => {
    const { runs } = JSON.parse(await check('sarif'));
    const result = runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'expression-unknown-name');
    const { startLine, startColumn, endColumn } = result.locations[0].physicalLocation.region;
    const line = box.read('forms/hund/form.json').split('\n')[startLine - 1];
    expect(line?.slice(startColumn - 1, endColumn - 1)).toBe('nmae');
  });

  test('junit fails a case per error and is well-formed', async () => {
    const xml = await check('junit');
    expect(xml).toContain('<testsuite name="hund"');
    expect(xml).toContain('<testsuite name="katze" tests="1" failures="0">');
    expect(xml).toMatch(/<failure type="expression-unknown-name" message="[^"<]*nmae[^"<]*">/);
    expect(xml.match(/<\w[^>]*[^/]>/g)?.length).toBe(xml.match(/<\/[\w-]+>/g)?.length);
  });

  test('github annotates lines, on one line each', async () => {
    const lines = (await check('github')).split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::error file=forms\/hund\/form\.json,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=expression-unknown-name::/,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^::warning .*title=review-open::.*Zeile 1%0AZeile 2/));
  });

  test('gitlab gets an array with fingerprints that stay when lines move', async () => {
    const issues = JSON.parse(await check('gitlab'));
    const [issue] = issues;
    expect(issue).toMatchObject({
      check_name: expect.any(String),
      severity: 'major',
      location: { path: 'forms/hund/form.json' },
    });
    const fingerprints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(issues.length);
    box.write('forms/hund/form.json', `\n\n${box.read('forms/hund/form.json')}`);
    const moved = JSON.parse(await check('gitlab'));
    expect(moved.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual(fingerprints);
    expect(moved[0].location.lines.begin).toBe(issue.location.lines.begin + 2);
  });

  test('go to files too, in the same run', async () => {
    const { status, output } = await box.run(
      'check',
      '--report',
      'sarif=aus/schalter.sarif',
      '--report',
      'gitlab=gl.json',
    );
    expect(status).toBe(1);
    expect(output).toContain('2 forms checked');
    expect(JSON.parse(box.read('aus/schalter.sarif')).runs[0].results.length).toBeGreaterThan(1);
    expect(JSON.parse(box.read('gl.json')).length).toBeGreaterThan(1);
    expect(await box.run('check', '--report', 'pdf=x.pdf')).toMatchObject({ status: 2, output: '' });
    expect((await box.run('check', '--report', 'sarif')).status).toBe(2);
  });
});
