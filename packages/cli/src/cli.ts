import { SchalterError } from '@schalter/definition';
import { Command, CommanderError } from 'commander';
import { bundleCommand } from './commands/bundle.ts';
import { checkCommand } from './commands/check.ts';
import { diffCommand } from './commands/diff.ts';
import { docCommand } from './commands/doc.ts';
import { fmtCommand } from './commands/fmt.ts';
import { graphCommand } from './commands/graph.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { newCommand } from './commands/new.ts';
import { schemaCommand } from './commands/schema.ts';
import { serveCommand } from './commands/serve.ts';
import { testCommand } from './commands/test.ts';
import { typesCommand } from './commands/types.ts';
import { exitStatus, type Terminal } from './output.ts';
import { packageVersion } from './package-version.ts';

/**
 * Runs `schalter <words>` and gives its exit status (see `exitStatus`). `serve` resolves when the server has stopped.
 * What is wrong with the call, the folder or the port is said in one sentence on the error output.
 */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<number> {
  let status: number = exitStatus.sound;
  const program = new Command('schalter')
    .description('Checks, tests, documents, bundles and serves forms.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.writeError })
    .showHelpAfterError('Run "schalter --help" for the commands.');
  const commands = [
    checkCommand,
    testCommand,
    fmtCommand,
    diffCommand,
    graphCommand,
    docCommand,
    schemaCommand,
    typesCommand,
    lspCommand,
    bundleCommand,
    newCommand,
    initCommand,
    serveCommand,
  ];
  for (const register of commands) register(program, terminal, (result) => (status = result));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.sound : exitStatus.unusable;
    if (error instanceof SchalterError) {
      terminal.writeError(`${error.message}\n`);
      // A server that cannot start is a problem of its surroundings; a command that cannot run found nothing out.
      const found = words[0] === 'serve' || error.code === 'form-broken';
      return found ? exitStatus.problems : exitStatus.unusable;
    }
    throw error;
  }
}
