// npm start: installs what is missing, builds what browsers load, and runs the form server with all forms,
// the designer and the sandboxes on the embedded database. PORT, DATA_DIR and DATABASE_URL are read by the server.
import { spawn } from 'node:child_process';
import { buildApps } from './apps.mjs';
import { node, root, setup } from './setup.mjs';

setup();
buildApps();

const server = spawn(node, ['packages/cli/src/main.ts', 'serve', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl+C reaches the server by itself in a terminal; from a supervisor the signal is passed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (status, signal) => process.exit(status ?? (signal ? 1 : 0)));
