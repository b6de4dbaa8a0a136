import { type DefinitionProblem, SchalterError } from '@schalter/definition';
import { loadForms } from '@schalter/server/forms';
import { checkForm } from '@schalter/validators/check';
import type { Command } from 'commander';
import { formsTarget } from '../forms.ts';
import { count, exitStatus, paint, type Terminal } from '../output.ts';

interface CheckOptions {
  readonly json?: boolean;
}

/** One form's problems, places relative to the forms folder. */
interface CheckedForm {
  readonly form: string;
  readonly problems: readonly DefinitionProblem[];
}

/** `schalter check [paths...]`: says everything that is wrong with forms, all at once. */
export function checkCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('check')
    .description('Checks form definitions: structure, references, expressions, cycles, texts.')
    .argument('[paths...]', 'folders with forms, a form, or its form.json', ['forms'])
    .option('--json', 'print the problems as JSON')
    .addHelpText('after', '\nExit status: 0 = sound (warnings may remain), 1 = errors, 2 = could not run.')
    .action(async (paths: string[], options: CheckOptions) => {
      const checked: CheckedForm[] = [];
      for (const path of paths) checked.push(...(await checkPath(path, terminal.folder)));
      finish(options.json ? printJson(checked, terminal) : printForPeople(checked, terminal));
    });
}

async function checkPath(path: string, folder: string): Promise<CheckedForm[]> {
  const target = formsTarget(path, folder);
  const { library, forms, problems } = await loadForms(target.root);
  // Problems of shared files (blocks, lists) and unreadable forms come from the loader.
  const loading = problems.filter((problem) => !target.form || problem.file.startsWith(`${target.form}/`));
  const checked: CheckedForm[] = loading.length > 0 ? [{ form: '', problems: loading }] : [];
  for (const [id, source] of forms) {
    if (target.form && id !== target.form) continue;
    const { problems: found } = await checkForm(source, library);
    checked.push({ form: id, problems: found });
  }
  if (checked.length === 0) throw new SchalterError('forms-folder-empty', { path });
  return checked;
}

function printJson(checked: readonly CheckedForm[], terminal: Terminal): number {
  terminal.write(`${JSON.stringify(checked, null, 2)}\n`);
  return statusOf(checked);
}

function printForPeople(checked: readonly CheckedForm[], terminal: Terminal): number {
  for (const { form, problems } of checked) {
    for (const problem of problems) {
      const severity = paint(terminal, problem.severity === 'error' ? 'red' : 'yellow', problem.severity);
      const place = paint(terminal, 'bold', `${placeOf(form, problem.file)}${problem.at && `#${problem.at}`}`);
      terminal.write(`${place}\n  ${severity} ${paint(terminal, 'dim', problem.code)} ${problem.message}\n`);
    }
  }
  const all = checked.flatMap((form) => form.problems);
  const errors = all.filter((problem) => problem.severity === 'error').length;
  const forms = checked.filter(({ form }) => form !== '').length;
  const verdict = errors > 0 ? paint(terminal, 'red', count(errors, 'error')) : paint(terminal, 'green', 'sound');
  terminal.write(`${count(forms, 'form')} checked: ${verdict}, ${count(all.length - errors, 'warning')}\n`);
  return statusOf(checked);
}

/** Blocks and lists are shared: only files of a form stand in its folder. */
function placeOf(form: string, file: string): string {
  return form === '' || /^(block|list):/.test(file) ? file : `${form}/${file}`;
}

function statusOf(checked: readonly CheckedForm[]): number {
  const broken = checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return broken ? exitStatus.problems : exitStatus.sound;
}
