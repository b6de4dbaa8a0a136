import { SchalterError } from '@schalter/definition';
import { type CheckSettings, loadConfigFile, severitiesFor } from '@schalter/server/config';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CheckedForm, checkTarget } from '../check/check-target.ts';
import { watchForms } from '../check/watch.ts';
import { type FormsTarget, formsTargets } from '../forms.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { progressLine } from '../progress.ts';
import { type Report, reports } from '../reports/index.ts';
import { openReport, type ReportFile, reportFile } from '../reports/report-file.ts';

interface CheckOptions {
  readonly format: string;
  readonly json?: boolean;
  readonly fix?: boolean;
  readonly watch?: boolean;
  readonly since?: string;
  readonly most?: number;
  readonly config?: string;
  readonly report?: readonly ReportFile[];
}

/** `schalter check [paths...]`: says everything that is wrong with forms, all at once. */
export function checkCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('check')
    .description('Checks form definitions: structure, references, expressions, routes, texts, cases.')
    .argument('[paths...]', 'folders with forms, forms, their form.json, or patterns of these', ['forms'])
    .addOption(new Option('--format <name>', 'how results are written').choices(Object.keys(reports)).default('text'))
    .option('--json', 'short for --format json')
    .option(
      '--report <format=file>',
      'write results to a file too; may be given several times',
      reportFile(Object.keys(reports)),
      [],
    )
    .option('--fix', 'repair what needs no decision')
    .option('--watch', 'check again whatever changes, until Ctrl+C')
    .option('--since <ref>', 'only forms that differ from a git commit, compared with what they were there')
    .option('--most <n>', 'problems written out per form (text)', wholeNumber)
    .option('--config <file>', 'configuration file (default: schalter.config.json or .ts)')
    .addHelpText('after', '\nExit status: 0 = sound (warnings may remain), 1 = problems, 2 = could not run.')
    .action(async (paths: string[], options: CheckOptions) => {
      const { settings } = await loadConfigFile({
        folder: terminal.folder,
        ...(options.config === undefined ? {} : { file: options.config }),
      });
      const run: Run = { terminal, options, settings: settings.check ?? {} };
      const targets = formsTargets(paths, terminal.folder);
      const status = await checkOnce(run, targets);
      finish(options.watch ? await keepWatching(run, targets, status) : status);
    });
}

interface Run {
  readonly terminal: Terminal;
  readonly options: CheckOptions;
  readonly settings: CheckSettings;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(value);
}

async function checkOnce(run: Run, targets: readonly FormsTarget[], only?: ReadonlySet<string>): Promise<number> {
  const { terminal, options, settings } = run;
  const report = reportOf(run);
  const files = (options.report ?? []).map((file) => openReport(file, terminal));
  const progress = progressLine(terminal, 'forms checked');
  let forms = 0;
  let fixed = 0;
  let errors = 0;
  let warnings = 0;
  const write = (text: string) => {
    if (text === '') return;
    progress.clear();
    terminal.write(text);
  };
  // Loaded where they are asked for: both bring the checker along.
  const { fixProblems } = options.fix ? await import('../check/fix.ts') : {};
  const { changesSince } = options.since === undefined ? {} : await import('../check/since.ts');
  for (const target of targets) {
    const since = await changesSince?.(target.root, options.since ?? '');
    const wanted = only ?? since?.folders;
    const check = () =>
      checkTarget(target, {
        folder: terminal.folder,
        severities: (folder) => severitiesFor(settings, folder),
        progress: progress.show,
        ...(wanted ? { only: wanted } : {}),
        ...(since ? { also: since.compare } : {}),
      });
    if (fixProblems) for await (const { problems } of check()) fixed += await fixProblems(problems, terminal.folder);
    for await (const checked of check()) {
      if (checked.form !== '') forms += 1;
      errors += countOf(checked, 'error');
      warnings += countOf(checked, 'warning');
      write(report.form(checked));
      for (const file of files) file.form(checked);
    }
  }
  // Nothing has changed: that is sound. Nothing there at all is not.
  if (forms === 0 && errors === 0 && only === undefined && options.since === undefined) {
    throw new SchalterError('forms-folder-empty', { path: targets.map(({ root }) => root).join(', ') });
  }
  write(report.end({ forms, errors, warnings, fixed }));
  for (const file of files) await file.end({ forms, errors, warnings, fixed });
  const failed = errors > 0 || warnings > (settings.maxWarnings ?? Number.POSITIVE_INFINITY);
  return failed ? exitStatus.problems : exitStatus.sound;
}

function reportOf({ terminal, options }: Run): Report {
  const make = reports[options.json ? 'json' : options.format];
  if (!make) throw new SchalterError('cli-config', { path: '--format', detail: `"${options.format}" is not known` });
  return make(terminal, options.most);
}

function countOf({ problems }: CheckedForm, severity: 'error' | 'warning'): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** Checks what changes until someone stops it; the status is that of the last look. */
async function keepWatching(run: Run, targets: readonly FormsTarget[], first: number): Promise<number> {
  const { terminal } = run;
  let status = first;
  const stop = new AbortController();
  terminal.stop?.addEventListener('abort', () => stop.abort(), { once: true });
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  terminal.write('Watching for changes; Ctrl+C ends.\n');
  const watching = targets.map((target) =>
    watchForms(target.root, stop.signal, async (folders) => {
      const start = performance.now();
      // A file that cannot be read for a moment is read again with its next change.
      status = await checkOnce(run, [target], folders);
      terminal.write(`${Math.round(performance.now() - start)} ms\n`);
    }),
  );
  await Promise.all(watching);
  process.removeListener('SIGINT', onInterrupt);
  return status;
}
