import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SchalterError } from '@schalter/definition';
import { bundleForm } from '@schalter/validators/bundle';
import type { Command } from 'commander';
import { soundForms } from '../load-form.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { writeOutput } from '../write-output.ts';

/** `schalter bundle <forms...>`: each form as one module for pages that have no form server. */
export function bundleCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('bundle')
    .description('Writes forms as ES modules: program, validators and texts in one file each.')
    .argument('<paths...>', 'folders with forms, forms, their form.json, or patterns of these')
    .option('--language <tag>', 'hold the texts of this language alone')
    .option('--output <folder>', 'write there, with a hash of the content in the name, instead of to the terminal')
    .addHelpText('after', '\nExit status: 0 = written, 1 = a form is broken, 2 = could not run.')
    .action(async (paths: string[], options: { language?: string; output?: string }) => {
      const forms = await soundForms(paths, terminal.folder);
      if (options.output === undefined && forms.length > 1)
        throw new SchalterError('form-not-one', { path: paths.join(', ') });
      for (const { program, resolved } of forms) {
        const language = options.language === undefined ? {} : { language: options.language };
        const { name, text } = await bundleForm(program, resolved.form.data, language);
        if (options.output === undefined) {
          terminal.write(text);
          continue;
        }
        const file = join(options.output, name);
        await writeOutput(terminal, file, text);
        terminal.write(`${file.replaceAll('\\', '/')}  ${size(text)}\n`);
      }
      finish(exitStatus.sound);
    });
}

/** `42.1 kB, 9.8 kB compressed`: what it weighs on the wire. */
function size(text: string): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${kilobytes(Buffer.byteLength(text))}, ${kilobytes(gzipSync(text, { level: 9 }).length)} compressed`;
}
