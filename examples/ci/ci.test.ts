import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Action, runWorkflow, type Workflow } from './support/github.ts';
import { type Repository, sampleRepository } from './support/repository.ts';

const sound = 'forms/fundsache-melden';
const broken = 'forms/sperrmuell-anmelden';

let repository: Repository;
beforeEach(async () => {
  repository = await sampleRepository();
});
afterEach(() => repository.remove());

/** Mends the broken form of the sample. */
function mend() {
  repository.change(`${broken}/form.json`, 'self.stuek > 0', 'self.stueck > 0');
  const locale = JSON.parse(repository.read(`${broken}/locales/en.json`));
  locale['/gross#title'] = { text: 'Is a piece longer than two metres?' };
  repository.write(`${broken}/locales/en.json`, JSON.stringify(locale));
}

const lines = (text: string, start: string) => text.split('\n').filter((line) => line.startsWith(start));

describe('the files of the kit', () => {
  test('are what schalter init writes', () => {
    const copies = {
      'github/action.yml': '.github/actions/schalter/action.yml',
      'github/forms.yml': '.github/workflows/forms.yml',
      'gitlab/forms.gitlab-ci.yml': '.gitlab-ci.yml',
      'pre-commit/pre-commit': '.githooks/pre-commit',
    };
    for (const [here, there] of Object.entries(copies)) {
      const file = join(import.meta.dirname, here);
      expect(readFileSync(file, 'utf8'), here).toBe(repository.read(there));
      expect(statSync(file).mode & 0o111, here).toBe(statSync(join(repository.folder, there)).mode & 0o111);
    }
  });
});

describe('GitHub', () => {
  const workflow = '.github/workflows/forms.yml';
  const run = (context: object = {}) => runWorkflow(repository, workflow, { github: { event: {} }, ...context });

  test('a push with a broken form fails, with annotations and results for code scanning', () => {
    repository.commit('Formulare');
    const { status, output, foreign } = run();
    expect(status).toBe(1);
    expect(lines(output, '::error ')).toEqual([
      expect.stringMatching(/file=forms\/sperrmuell-anmelden\/form\.json,line=24,.*"stueck"/),
      expect.stringMatching(/file=forms\/sperrmuell-anmelden\/locales\/en\.json,.*\/gross#title/),
    ]);
    const { runs } = JSON.parse(repository.read('schalter.sarif'));
    expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'expression-unknown-member',
      'translation-missing',
    ]);
    expect(repository.calls()).toContain('npm ci');
    expect(foreign.map((name) => name.replace(/@v\d+$/, ''))).toEqual([
      'actions/checkout',
      'github/codeql-action/upload-sarif',
    ]);
  });

  test('a push with sound forms passes and runs their cases', () => {
    mend();
    repository.commit('Formulare');
    const { status, output } = run();
    expect(lines(output, '::')).toEqual([]);
    expect(output).toContain('2 passed, 0 failed of 2 cases');
    expect(status).toBe(0);
    expect(JSON.parse(repository.read('schalter.sarif')).runs[0].results).toEqual([]);
  });

  test('a case that does not hold fails the run', () => {
    mend();
    repository.change(`${sound}/cases/gefunden.json`, '"kontakt", "pruefen"', '"pruefen"');
    repository.commit('Formulare');
    expect(run().status).toBe(1);
  });

  test('a pull request looks at what differs from its base, versions included', () => {
    const sha = repository.commit('Formulare');
    const base = { github: { event: { pull_request: { base: { sha } } } } };
    repository.change(`${sound}/form.json`, 'Was haben Sie gefunden?', 'Was ist es?');
    repository.commit('Andere Frage');
    const { status, output } = run(base);
    expect(status).toBe(1);
    // The broken form is not what this pull request is about.
    expect(output).not.toContain('sperrmuell-anmelden/form.json');
    expect(lines(output, '::error ').join()).toContain('version-not-raised');
  });

  test('the workflow hands in what the action takes, and skips what pull requests would spoil', () => {
    const { jobs }: Workflow = parse(repository.read(workflow));
    const { inputs, runs }: Action = parse(repository.read('.github/actions/schalter/action.yml'));
    const steps = jobs.forms?.steps ?? [];
    const own = steps.find(({ uses }) => uses === './.github/actions/schalter');
    for (const name of Object.keys(own?.with ?? {})) expect(Object.keys(inputs)).toContain(name);
    const upload = steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(upload?.if).toMatch(/!cancelled\(\).*push/);
    expect(upload?.with?.sarif_file).toBe(inputs.sarif?.default);
    expect(runs.using).toBe('composite');
    for (const step of runs.steps) if (step.run !== undefined) expect(step.shell).toBe('bash');
  });
});

describe('GitLab', () => {
  interface Job {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: {
      readonly when: string;
      readonly reports: { readonly codequality: string; readonly junit: readonly string[] };
    };
  }
  const run = (env: Readonly<Record<string, string>> = {}) => {
    const { forms: job }: { forms: Job } = parse(repository.read('.gitlab-ci.yml'));
    expect(job.script.every((line) => typeof line === 'string')).toBe(true);
    const variables = Object.entries(job.variables).map(([name, value]) => [name, String(value)] as const);
    const ran = repository.bash(job.script.join('\n'), { ...Object.fromEntries(variables), ...env });
    return { ...ran, ...job.artifacts };
  };

  test('a broken form fails the job, which leaves a code quality report and JUnit', () => {
    repository.commit('Formulare');
    const { status, output, when, reports } = run();
    expect(status).toBe(1);
    expect(when).toBe('always');
    // The log is for people.
    expect(output).toContain('did you mean "stueck"?');
    const issues = JSON.parse(repository.read(reports.codequality));
    expect(issues).toContainEqual(
      expect.objectContaining({
        check_name: 'expression-unknown-member',
        fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
        location: { path: `${broken}/form.json`, lines: { begin: 24 } },
      }),
    );
    expect(repository.read(reports.junit[0] ?? '')).toContain('<failure type="expression-unknown-member"');
    expect(repository.calls()[0]).toMatch(/^npm ci /);
  });

  test('sound forms pass, their cases in JUnit', () => {
    mend();
    repository.commit('Formulare');
    const { status, reports } = run();
    expect(status).toBe(0);
    for (const file of reports.junit) expect(existsSync(join(repository.folder, file)), file).toBe(true);
    expect(repository.read(reports.junit[1] ?? '')).toMatch(
      /<testcase classname="fundsache-melden" name="Gefunden"\/>/,
    );
    expect(JSON.parse(repository.read(reports.codequality))).toEqual([]);
  });

  test('a merge request is compared with where it began', () => {
    mend();
    const base = repository.commit('Formulare');
    repository.change(`${sound}/form.json`, '"version": "1.0.0"', '"version": "1.0.1"');
    repository.change(`${sound}/form.json`, 'Was haben Sie gefunden?', 'Was ist es?');
    repository.change(`${sound}/locales/en.json`, 'What have you found?', 'What is it?');
    repository.commit('Andere Frage');
    const { status, output } = run({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(output).toContain('1 form checked: sound');
    // A changed question is a warning until its translation was looked at.
    expect(output).toContain('translation-stale');
    expect(status).toBe(0);
  });
});

describe('the commit hook', () => {
  const commit = (...words: string[]) => repository.git('commit', '--quiet', '--message', 'Formulare', ...words);

  test('refuses a broken form and lets a sound one pass', () => {
    repository.git('add', '--all');
    const refused = commit();
    expect(refused.status).toBe(1);
    // Paths as they are in the repository, wherever it was checked.
    expect(refused.output).toMatch(/^forms\/sperrmuell-anmelden\/form\.json:24:/m);
    repository.git('reset', '--quiet');
    repository.git('add', sound, 'package.json', 'schalter.config.ts');
    expect(commit().status).toBe(0);
    expect(repository.git('log', '--oneline').output.trim().split('\n')).toHaveLength(1);
  });

  test('checks what is staged, not what lies in the folder', () => {
    mend();
    repository.git('add', '--all');
    repository.change(`${broken}/form.json`, 'self.stueck > 0', 'self.stuek > 0');
    expect(commit().status).toBe(0);
    repository.change(`${sound}/form.json`, 'today()', 'todya()');
    repository.git('add', sound);
    repository.change(`${sound}/form.json`, 'todya()', 'today()');
    expect(commit().status).toBe(1);
  });

  test('checks only forms that change, all of them for a block, none for anything else', () => {
    repository.commit('Mit einem kaputten Formular');
    const checked = () => repository.calls().filter((call) => call.includes(' check '));
    repository.write('README.md', 'Unsere Formulare');
    repository.git('add', '--all');
    expect(commit().status).toBe(0);
    expect(checked()).toEqual([]);
    repository.change(`${sound}/form.json`, 'Was haben Sie gefunden?', 'Was ist es?');
    repository.git('add', '--all');
    expect(commit().status).toBe(0);
    expect(checked()).toEqual([`npx --no-install schalter check ${sound}`]);
    repository.write('forms/_lists/farben@1.json', '{}');
    repository.git('add', '--all');
    expect(commit().status).toBe(1);
    expect(checked()[1]).toBe('npx --no-install schalter check forms');
  });

  test('a form that is removed keeps nobody from committing', () => {
    repository.commit('Formulare');
    repository.git('rm', '-r', '--quiet', broken);
    expect(commit()).toMatchObject({ status: 0 });
  });
});
