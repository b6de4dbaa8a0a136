import { createOutline } from '@schalter/documents';
import { type Command, Option } from 'commander';
import { soundForm } from '../load-form.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { outlineMarkdown } from '../specification/markdown.ts';
import { specification } from '../specification/specification.ts';
import { writeOutput } from '../write-output.ts';

/** `schalter doc <form>`: the form as a specification that people read and sign off. */
export function docCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('doc')
    .description('Writes a form as a readable specification for sign-off, in its own language.')
    .argument('<form>', 'a form or its form.json')
    .addOption(new Option('--format <name>', 'what to write').choices(['markdown', 'pdf']).default('markdown'))
    .option('--output <file>', 'write there instead of to the terminal; a name ending in .pdf is a PDF')
    .addHelpText('after', '\nExit status: 0 = written, 1 = the form is broken, 2 = could not run.')
    .action(async (path: string, options: { format: string; output?: string }) => {
      const sound = await soundForm(path, terminal.folder);
      const blocks = specification(sound);
      const { form } = sound.resolved;
      const isPdf = options.format === 'pdf' || options.output?.endsWith('.pdf') === true;
      const content = isPdf
        ? await createOutline({
            title: `${form.title} (${form.id} ${form.version})`,
            language: form.language,
            footer: `${form.id} ${form.version}`,
            ...(form.about?.authority === undefined ? {} : { author: form.about.authority }),
            created: new Date(),
            blocks,
          })
        : outlineMarkdown(blocks);
      await writeOutput(terminal, options.output, content);
      finish(exitStatus.sound);
    });
}
