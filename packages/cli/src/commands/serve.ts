import { createServer, loadConfig } from '@schalter/server';
import type { Command } from 'commander';
import { exitStatus, type Terminal } from '../output.ts';

/** Milliseconds a stop may take. */
const stopLimit = 20_000;

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
        const started = server.listen().then(({ addresses }) => {
          terminal.write(`${addresses.map(({ name, url }) => `${name.padEnd(16)} ${url}`).join('\n')}\n`);
          return stopped;
        });
        // A stop is heard while the server is still starting, too.
        await Promise.race([started, stopped]);
      } finally {
        // What has not come to its end by then is taken up by the next start: nothing is lost by going.
        setTimeout(() => process.exit(exitStatus.problems), stopLimit).unref();
        await server.close();
      }
      finish(exitStatus.sound);
    });
}
