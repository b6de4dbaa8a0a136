import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printJson, SchalterError } from '@schalter/definition';
import { readJsonText } from '@schalter/server/forms';
import type { Command } from 'commander';
import { formsTargets, shownPath } from '../forms.ts';
import { jsonFilesOf } from '../json-files.ts';
import { count, exitStatus, type Terminal } from '../output.ts';

/** `schalter fmt [paths...]`: lays form files out in one way. */
export function fmtCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('fmt')
    .description('Lays out form files in one way; what they say stays.')
    .argument('[paths...]', 'folders with forms, forms, their form.json, or patterns of these', ['forms'])
    .option('--check', 'change nothing; say which files are laid out differently')
    .addHelpText(
      'after',
      '\nExit status: 0 = laid out, 1 = --check found files, or a file is no JSON, 2 = could not run.',
    )
    .action(async (paths: string[], options: { check?: boolean }) => {
      let files = 0;
      let different = 0;
      let broken = 0;
      for (const target of formsTargets(paths, terminal.folder)) {
        for (const file of await jsonFilesOf(target)) {
          files += 1;
          const path = join(target.root, file);
          const shown = shownPath(terminal.folder, path);
          const text = await readFile(path, 'utf8');
          const { json, problems } = readJsonText(text.replace(/^\uFEFF/, ''), shown);
          // Laid out anew, a doubled name would silently be gone.
          if (!json || problems.length > 0) {
            broken += 1;
            terminal.write(`${shown}: left as it is. ${problems[0]?.message ?? ''}\n`);
            continue;
          }
          const wanted = printJson(json);
          if (wanted === text) continue;
          different += 1;
          terminal.write(`${shown}\n`);
          if (!options.check) await writeFile(path, wanted);
        }
      }
      if (files === 0) throw new SchalterError('forms-folder-empty', { path: paths.join(', ') });
      const what = options.check ? 'laid out differently' : 'laid out anew';
      terminal.write(`${count(files, 'file')}: ${different} ${what}${broken > 0 ? `, ${broken} not readable` : ''}\n`);
      finish(broken > 0 || (options.check && different > 0) ? exitStatus.problems : exitStatus.sound);
    });
}
