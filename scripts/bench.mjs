// npm run bench:<name>: measures what bench/src/<name>.ts measures; ends with 1 if a figure misses its bar.
import { node, run, setup } from './setup.mjs';

const [name, ...args] = process.argv.slice(2);
setup();
run(node, [`bench/src/${name}.ts`, ...args]);
