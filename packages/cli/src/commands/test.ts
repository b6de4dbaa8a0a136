import { SchalterError } from '@schalter/definition';
import { loadConfigFile, type TestSettings } from '@schalter/server/config';
import { type Command, Option } from 'commander';
import { shownPath } from '../forms.ts';
import { soundForm, soundForms } from '../load-form.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { progressLine } from '../progress.ts';
import { type ReportFile, reportFile } from '../reports/report-file.ts';
import { htmlReport } from '../test-run/html-report.ts';
import { junitReport } from '../test-run/junit-report.ts';
import { printResults } from '../test-run/print-results.ts';
import { recordCase } from '../test-run/record.ts';
import { type FormResult, runForm } from '../test-run/run-forms.ts';
import { writeOutput } from '../write-output.ts';

interface TestOptions {
  readonly format: 'text' | keyof typeof writers;
  readonly json?: boolean;
  readonly coverage?: boolean;
  readonly output?: string;
  readonly record?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly config?: string;
  readonly report?: readonly ReportFile[];
}

/** Ways to write results for machines, and as a page. */
const writers = {
  json: (results: readonly FormResult[]) => `${JSON.stringify(results, null, 2)}\n`,
  html: htmlReport,
  junit: junitReport,
};
const isWriter = (name: string): name is keyof typeof writers => Object.hasOwn(writers, name);

/** `schalter test [paths...]`: runs the cases that stand beside forms. */
export function testCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('test')
    .description("Runs the forms' cases and shows what differs from what they expect, and what they try out.")
    .argument('[paths...]', 'folders with forms, forms, their form.json, or patterns of these', ['forms'])
    .addOption(
      new Option('--format <name>', 'how results are written')
        .choices(['text', ...Object.keys(writers)])
        .default('text'),
    )
    .option('--json', 'short for --format json')
    .option('--coverage', 'show which steps, conditions and checks the cases try out (text; the others always do)')
    .option('--output <file>', 'write results there instead of to the terminal (not text)')
    .option(
      '--report <format=file>',
      'write results to a file too; may be given several times',
      reportFile(Object.keys(writers)),
      [],
    )
    .option('--record <file>', 'write a case from a filled draft: a saved session, a submission, or answers as JSON')
    .option('--name <name>', 'name of the recorded case')
    .option('--force', 'replace a recorded case of the same name')
    .option('--config <file>', 'configuration file (default: schalter.config.json or .ts)')
    .addHelpText(
      'after',
      '\nExit status: 0 = all cases pass, 1 = a case fails, too little is covered, or a form is broken, 2 = could not run.',
    )
    .action(async (paths: string[], options: TestOptions) => {
      if (options.record !== undefined) finish(await record(paths, options, terminal));
      else finish(await run(paths, options, terminal));
    });
}

async function run(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<number> {
  const { settings } = await loadConfigFile({
    folder: terminal.folder,
    ...(options.config === undefined ? {} : { file: options.config }),
  });
  const forms = await soundForms(paths, terminal.folder);
  const progress = progressLine(terminal, 'forms tested');
  const results: FormResult[] = [];
  for (const [index, form] of forms.entries()) {
    progress.show(index, forms.length);
    results.push(runForm(form));
  }
  progress.clear();
  if (results.every(({ cases }) => cases.length === 0)) {
    throw new SchalterError('cases-missing', { path: paths.join(', ') });
  }
  const format = options.json ? 'json' : options.format;
  if (format === 'text') printResults(results, terminal, options.coverage === true);
  else await writeOutput(terminal, options.output, writers[format](results));
  for (const { format: name, file } of options.report ?? []) {
    if (isWriter(name)) await writeOutput(terminal, file, writers[name](results));
  }
  const uncovered = tooLittle(results, settings.test?.coverage ?? {});
  for (const sentence of uncovered) terminal.writeError(`${sentence}\n`);
  const failed = results.some(({ cases }) => cases.some(({ ok }) => !ok));
  return failed || uncovered.length > 0 ? exitStatus.problems : exitStatus.sound;
}

/** Sentences for forms whose cases try out less than the configuration asks for. */
function tooLittle(results: readonly FormResult[], least: NonNullable<TestSettings['coverage']>): string[] {
  return results.flatMap(({ form, coverage }) =>
    (['steps', 'conditions', 'checks'] as const)
      .filter((what) => coverage[what] < (least[what] ?? 0))
      .map(
        (what) =>
          `${form}: the cases cover ${coverage[what]} % of the ${what}; at least ${least[what]} % are asked for.`,
      ),
  );
}

async function record(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<number> {
  const { record: draft = '', name } = options;
  if (name === undefined) throw new SchalterError('record-without-name');
  const [path = 'forms'] = paths;
  const form = await soundForm(path, terminal.folder);
  const file = await recordCase(form, draft, terminal.folder, { name, force: options.force === true });
  terminal.write(`${shownPath(terminal.folder, file)}: read over what it expects, it says what the form does now.\n`);
  return exitStatus.sound;
}
