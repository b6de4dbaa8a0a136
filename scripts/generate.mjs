// npm run generate: everything that is generated from a source in the repository and committed.
import { node, run, setup } from './setup.mjs';

setup();
run(node, ['packages/definition/scripts/generate.ts']);
run(node, ['packages/adapters/scripts/generate-registry.ts']);
