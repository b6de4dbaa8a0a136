import { type Command, Option } from 'commander';
import { mermaid } from '../graph/mermaid.ts';
import { routeOf, wordsFor } from '../graph/route.ts';
import { svg } from '../graph/svg.ts';
import { soundForm } from '../load-form.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { writeOutput } from '../write-output.ts';

/** `schalter graph <form>`: the route through a form as a drawing. */
export function graphCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('graph')
    .description('Draws the route through a form: steps, conditions, exits.')
    .argument('<form>', 'a form or its form.json')
    .addOption(new Option('--format <name>', 'what to write').choices(['mermaid', 'svg']).default('mermaid'))
    .option('--output <file>', 'write there instead of to the terminal')
    .addHelpText('after', '\nExit status: 0 = drawn, 1 = the form is broken, 2 = could not run.')
    .action(async (path: string, options: { format: string; output?: string }) => {
      const { resolved } = await soundForm(path, terminal.folder);
      const { form } = resolved;
      const words = wordsFor(form.language);
      const route = routeOf(form);
      const drawing = options.format === 'svg' ? svg(route, words, form.title) : mermaid(route, words);
      await writeOutput(terminal, options.output, drawing);
      finish(exitStatus.sound);
    });
}
