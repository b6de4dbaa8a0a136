import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ResolvedForm, resolveForm, SchalterError, withBuiltIns } from '@schalter/definition';
import { loadForms } from '@schalter/server/forms';
import { changeSentence, compareForms, type FormChange, levelOf, nextVersion } from '@schalter/validators/compare';
import type { Command } from 'commander';
import { pastFolder } from '../check/git.ts';
import { formsTargets } from '../forms.ts';
import { exitStatus, paint, type Terminal } from '../output.ts';

interface DiffOptions {
  readonly json?: boolean;
  readonly since?: string;
}

/** `schalter diff <before> <after>`: what differs between two versions of a form, in words. */
export function diffCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('diff')
    .description('Says in words how two versions of a form differ, and what the change breaks.')
    .argument('<form>', 'the newer version: a form or its form.json; with two paths, the older')
    .argument('[newer]', 'the newer version')
    .option('--since <ref>', 'compare with the form at a git commit')
    .option('--json', 'print the changes as JSON')
    .addHelpText('after', '\nExit status: 0 = nothing is broken, 1 = drafts or receivers are, 2 = could not run.')
    .action(async (first: string, second: string | undefined, options: DiffOptions) => {
      if ((second === undefined) === (options.since === undefined)) throw new SchalterError('diff-needs-two');
      const now = await readForm(second ?? first, terminal.folder);
      const before =
        options.since === undefined
          ? await readForm(first, terminal.folder)
          : await readPast(first, terminal.folder, options.since);
      const changes = compareForms(before, now);
      terminal.write(options.json ? json(changes) : inWords(before, now, changes, terminal));
      finish(changes.some(({ breaks }) => breaks.length > 0) ? exitStatus.problems : exitStatus.sound);
    });
}

async function readForm(path: string, folder: string): Promise<ResolvedForm> {
  const [target] = formsTargets([path], folder);
  const only = target?.forms?.[0];
  if (!target || only === undefined) throw new SchalterError('form-not-one', { path });
  return resolved(await loadForms(target.root, { only }), path);
}

async function readPast(path: string, folder: string, ref: string): Promise<ResolvedForm> {
  const absolute = resolve(folder, path);
  const form = path.endsWith('.json') || !existsSync(resolve(absolute, 'form.json')) ? dirname(absolute) : absolute;
  const root = dirname(form);
  const only = form.slice(root.length + 1);
  return resolved(await loadForms(root, { only, files: pastFolder(root, ref).files }), `${path} at ${ref}`);
}

function resolved({ forms, library, problems }: Awaited<ReturnType<typeof loadForms>>, path: string): ResolvedForm {
  const [source] = forms.values();
  const found = source && resolveForm(source.form, withBuiltIns(library)).resolved;
  if (!found) throw new SchalterError('form-broken', { form: path, errors: Math.max(1, problems.length) });
  return found;
}

function json(changes: readonly FormChange[]): string {
  const shown = changes.map((change) => ({ ...change, sentence: changeSentence(change) }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function inWords(before: ResolvedForm, now: ResolvedForm, changes: readonly FormChange[], terminal: Terminal): string {
  const [old, version] = [String(before.form.version), String(now.form.version)];
  const heading = paint(terminal, 'bold', `${now.form.title} (${now.form.id}), ${old} → ${version}`);
  if (changes.length === 0) return `${heading}\nNothing that people fill in or receivers get has changed.\n`;
  const groups: [title: string, changes: FormChange[]][] = [
    ['Breaks receivers and drafts', changes.filter(({ breaks }) => breaks.length === 2)],
    ['Breaks receivers', changes.filter(({ breaks }) => String(breaks) === 'receivers')],
    ['Breaks drafts', changes.filter(({ breaks }) => String(breaks) === 'drafts')],
    ['Changes', changes.filter(({ breaks, level }) => breaks.length === 0 && level !== 'patch')],
    ['Wording', changes.filter(({ level }) => level === 'patch')],
  ];
  const text = groups
    .filter(([, found]) => found.length > 0)
    .map(
      ([title, found]) => `\n${title}\n${found.map((change) => `  - ${capital(changeSentence(change))}.\n`).join('')}`,
    );
  const wanted = nextVersion(old, levelOf(changes) ?? 'patch');
  return `${heading}\n${text.join('')}\nThis needs version ${wanted ?? '?'} or above.\n`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
