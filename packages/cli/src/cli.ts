import { SchalterError } from '@schalter/definition';
import { Command, CommanderError } from 'commander';
import { exitStatus, type Terminal } from './output.ts';
import { packageVersion } from './package-version.ts';

type Register = (program: Command, terminal: Terminal, finish: (status: number) => void) => void;

/** The commands in the order of the help. Each is loaded when it is asked for: a form server is not, to make a form. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  init: async () => (await import('./commands/init.ts')).initCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  fmt: async () => (await import('./commands/fmt.ts')).fmtCommand,
  diff: async () => (await import('./commands/diff.ts')).diffCommand,
  graph: async () => (await import('./commands/graph.ts')).graphCommand,
  doc: async () => (await import('./commands/doc.ts')).docCommand,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand,
  types: async () => (await import('./commands/types.ts')).typesCommand,
  lsp: async () => (await import('./commands/lsp.ts')).lspCommand,
  bundle: async () => (await import('./commands/bundle.ts')).bundleCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
};

/** The command that the words name; all of them for who asks for help, or names none. */
function asked([first = '']: readonly string[]): Promise<Register[]> {
  const named = commands[first];
  if (Object.hasOwn(commands, first) && named) return Promise.all([named()]);
  return Promise.all(first === '--version' ? [] : Object.values(commands).map((load) => load()));
}

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
  for (const register of await asked(words)) register(program, terminal, (result) => (status = result));
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
