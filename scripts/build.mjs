// npm run build: what the server hands to browsers (renderer, designer), then every package's JavaScript and types.
import { buildApps } from './apps.mjs';
import { node, run, setup } from './setup.mjs';

setup();
buildApps({ force: true });
run(node, ['node_modules/typescript/bin/tsc', '--build']);
