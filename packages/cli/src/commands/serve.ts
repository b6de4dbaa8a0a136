import { createServer, loadConfig } from '@schalter/server';
import type { Command } from 'commander';
import { exitStatus, type Terminal } from '../output.ts';

/** `schalter serve`: runs the form server until it is asked to stop. */
export function serveCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('serve')
    .description('Runs the form server with all forms, the designer and the sandboxes.')
    .option('--config <file>', 'configuration file', 'schalter.config.json')
    .addHelpText(
      'after',
      [
        '',
        'Environment:',
        '  PORT          port to listen on (default 8080)',
        '  DATA_DIR      folder of the embedded database, keys and deliveries (default .data)',
        '  DATABASE_URL  PostgreSQL to use instead of the embedded database',
        '',
        'Exit status: 0 = stopped on request, 1 = could not start.',
      ].join('\n'),
    )
    .action(async (options: { config: string }) => {
      const config = await loadConfig({ env: process.env, folder: terminal.folder, file: options.config });
      const server = await createServer(config);
      const stopped = new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      try {
        const { addresses } = await server.listen();
        terminal.write(`${addresses.map(({ name, url }) => `${name.padEnd(16)} ${url}`).join('\n')}\n`);
        await stopped;
      } finally {
        await server.close();
      }
      finish(exitStatus.sound);
    });
}
