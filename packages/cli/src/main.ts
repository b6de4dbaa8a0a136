#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What has been compiled once is taken from the temporary folder: half of what a short run takes.
enableCompileCache?.();
const { runCli } = await import('./cli.ts');

// Whoever reads the output may stop early (`schalter check | head`): there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCli(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  folder: process.cwd(),
  interactive: process.stderr.isTTY === true,
});
