import type { Command } from 'commander';
import { exitStatus, type Terminal } from '../output.ts';

/** `schalter lsp`: a language server for editors, over standard input and output. */
export function lspCommand(program: Command, _terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('lsp')
    .description('Runs a language server for editors: problems, completion, definitions, renaming.')
    .option('--stdio', 'speak over standard input and output (the only way, and the default)')
    .addHelpText('after', '\nExit status: 0 = the editor has ended it.')
    .action(async () => {
      const { createConnection, StreamMessageReader, StreamMessageWriter } = await import('vscode-languageserver/node');
      const { serveLanguage } = await import('../lsp/language-server.ts');
      const connection = createConnection(
        new StreamMessageReader(process.stdin),
        new StreamMessageWriter(process.stdout),
      );
      const ended = new Promise<void>((resolve) => connection.onExit(() => resolve()));
      serveLanguage(connection);
      await ended;
      finish(exitStatus.sound);
    });
}
