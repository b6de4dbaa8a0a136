import { toJsonSchema } from '@schalter/engine';
import type { Command } from 'commander';
import { soundForm } from '../load-form.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { writeOutput } from '../write-output.ts';

/** `schalter schema <form>`: the plain JSON Schema of what the form files. */
export function schemaCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('schema')
    .description("Writes the JSON Schema (2020-12) of a form's submissions.")
    .argument('<form>', 'a form or its form.json')
    .option('--output <file>', 'write there instead of to the terminal')
    .addHelpText(
      'after',
      '\nWhat JSON Schema has no words for is listed on the error output and not demanded by the schema.\nExit status: 0 = written, 1 = the form is broken, 2 = could not run.',
    )
    .action(async (path: string, options: { output?: string }) => {
      const form = await soundForm(path, terminal.folder);
      const { schema, untranslated } = toJsonSchema(form.program, form.resolved.form.data);
      await writeOutput(terminal, options.output, `${JSON.stringify(schema, null, 2)}\n`);
      for (const { at, what } of untranslated)
        terminal.writeError(`not in the schema: ${what} of ${at || 'the form'}\n`);
      finish(exitStatus.sound);
    });
}
