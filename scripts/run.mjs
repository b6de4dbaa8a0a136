// node scripts/run.mjs <tool> [arguments]: runs a tool under the pinned Node, set up first if need be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, run, setup } from './setup.mjs';

const packages = { biome: '@biomejs/biome', tsc: 'typescript' };
const ownTools = { schalter: 'packages/cli' };
const [tool, ...args] = process.argv.slice(2);
setup();
const folder = join(root, ownTools[tool] ?? join('node_modules', packages[tool] ?? tool));
const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
run(node, [join(folder, typeof bin === 'string' ? bin : bin[tool]), ...args]);
