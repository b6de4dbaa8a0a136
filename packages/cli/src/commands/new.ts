import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SchalterError } from '@schalter/definition';
import { type Command, Option } from 'commander';
import { exitStatus, type Terminal } from '../output.ts';
import { fromTemplate, type Template, type Titles, templates } from '../scaffold/templates.ts';
import { writeNew } from '../scaffold/write-new.ts';

interface NewOptions extends Titles {
  readonly template: Template;
  readonly forms: string;
}

/** `schalter new <id>`: a form from a template. */
export function newCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('new')
    .description('Makes a form from a template, with translations and cases.')
    .argument('<id>', 'name of the form and of its folder: lower-case letters and digits, in words joined by hyphens')
    .addOption(new Option('--template <name>', 'what to begin with').choices(Object.keys(templates)).default('empty'))
    .option('--title <text>', 'title of the form, in German as the templates are')
    .option('--title-en <text>', 'its translation; without it the checker asks for one')
    .option('--forms <folder>', 'folder with forms', 'forms')
    .addHelpText(
      'after',
      `\nTemplates:\n${Object.entries(templates)
        .map(([name, what]) => `  ${name.padEnd(14)}${what}`)
        .join('\n')}\n\nExit status: 0 = made, 2 = could not run.`,
    )
    .action(async (id: string, { template, forms, ...titles }: NewOptions) => {
      if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 80) throw new SchalterError('form-name', { id });
      const folder = join(forms, id).replaceAll('\\', '/');
      if (existsSync(resolve(terminal.folder, folder))) throw new SchalterError('form-exists', { path: folder });
      for (const asset of fromTemplate(template, id, titles)) {
        await writeNew(resolve(terminal.folder, folder, asset.path), asset);
        terminal.write(`made  ${folder}/${asset.path}\n`);
      }
      terminal.write(`\nNext: change what it asks, then "schalter check ${folder}" and "schalter test ${folder}".\n`);
      finish(exitStatus.sound);
    });
}
