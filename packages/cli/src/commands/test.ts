import { SchalterError } from '@schalter/definition';
import { type Difference, runCase } from '@schalter/engine';
import { loadForms } from '@schalter/server/forms';
import { compileValidate } from '@schalter/validators';
import { checkForm } from '@schalter/validators/check';
import type { Command } from 'commander';
import { type FormsTarget, formsTargets } from '../forms.ts';
import { count, exitStatus, paint, type Terminal } from '../output.ts';

interface CaseResult {
  readonly form: string;
  /** File name of the case. */
  readonly file: string;
  readonly name: string;
  readonly ok: boolean;
  readonly differences: readonly Difference[];
}

/** `schalter test [paths...]`: runs the cases that stand beside forms. */
export function testCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('test')
    .description("Runs the forms' cases and shows what differs from what they expect.")
    .argument('[paths...]', 'folders with forms, a form, or its form.json', ['forms'])
    .option('--json', 'print the results as JSON')
    .addHelpText('after', '\nExit status: 0 = all cases pass, 1 = a case fails or a form is broken, 2 = could not run.')
    .action(async (paths: string[], options: { json?: boolean }) => {
      const results: CaseResult[] = [];
      for (const target of formsTargets(paths, terminal.folder)) results.push(...(await testTarget(target)));
      if (results.length === 0) throw new SchalterError('cases-missing', { path: paths.join(', ') });
      if (options.json) terminal.write(`${JSON.stringify(results, null, 2)}\n`);
      else print(results, terminal);
      finish(results.every(({ ok }) => ok) ? exitStatus.sound : exitStatus.problems);
    });
}

async function testTarget(target: FormsTarget): Promise<CaseResult[]> {
  const { library, forms, folders } = await loadForms(target.root);
  const results: CaseResult[] = [];
  for (const [form, source] of forms) {
    if (target.forms && !target.forms.includes(folders.get(form) ?? form)) continue;
    const { program, resolved, problems } = await checkForm(source, library);
    if (!program || !resolved) {
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      throw new SchalterError('form-broken', { form, errors });
    }
    const validate = compileValidate(resolved.form.data);
    for (const [file, formCase] of Object.entries(source.cases)) {
      results.push({ form, file, name: formCase.name, ...runCase(program, formCase, validate) });
    }
  }
  return results;
}

function print(results: readonly CaseResult[], terminal: Terminal): void {
  for (const { form, name, ok, differences } of results) {
    const mark = ok ? paint(terminal, 'green', 'pass') : paint(terminal, 'red', 'FAIL');
    terminal.write(`${mark} ${form}: ${name}\n`);
    for (const { what, at, expected, actual } of differences) {
      terminal.write(`     ${what}${at ? ` ${at}` : ''}\n`);
      terminal.write(`       expected ${paint(terminal, 'green', JSON.stringify(expected))}\n`);
      terminal.write(`       actual   ${paint(terminal, 'red', JSON.stringify(actual))}\n`);
    }
  }
  const failed = results.filter(({ ok }) => !ok).length;
  terminal.write(`${results.length - failed} passed, ${failed} failed of ${count(results.length, 'case')}\n`);
}
