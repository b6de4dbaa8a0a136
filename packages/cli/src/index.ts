// The command as a function, for programs that embed it
export { runCli } from './cli.ts';
export { exitStatus, type Terminal } from './output.ts';
