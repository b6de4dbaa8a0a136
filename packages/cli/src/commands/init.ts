import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { exitStatus, type Terminal } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { assetsIn } from '../scaffold/assets.ts';
import { writeNew } from '../scaffold/write-new.ts';

/** `schalter init [folder]`: a repository for forms, with everything that checks them. */
export function initCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('init')
    .description(
      'Makes a repository for forms: an example form, CI for GitHub and GitLab, a commit hook, an editor set up.',
    )
    .argument('[folder]', 'where to; what is there already stays as it is', '.')
    .addHelpText('after', '\nExit status: 0 = made, 2 = could not run.')
    .action(async (folder: string) => {
      const root = resolve(terminal.folder, folder);
      // Whoever has forms already wants no example between them.
      const hasForms = existsSync(join(root, 'forms'));
      for (const asset of assetsIn('repository')) {
        if (hasForms && asset.path.startsWith('forms/')) continue;
        const text = asset.path === 'package.json' ? filledIn(asset.text, basename(root)) : asset.text;
        const made = await writeNew(join(root, asset.path), { ...asset, text });
        terminal.write(`${made ? 'made' : 'kept'}  ${asset.path}\n`);
      }
      if (hasForms) terminal.write('kept  forms/\n');
      const there = folder === '.' ? '' : `cd ${folder}, `;
      terminal.write(`\nNext: ${there}git init, npm install, npm run check. README.md says more.\n`);
      finish(exitStatus.sound);
    });
}

function filledIn(text: string, folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '');
  return text.replaceAll('{{version}}', packageVersion()).replace('{{name}}', name === '' ? 'forms' : name);
}
