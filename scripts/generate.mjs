// npm run generate: everything that is generated from a source in the repository and committed.
import { node, run, setup } from './setup.mjs';

setup();
// The formats go into the schema that types are made from.
run(node, ['packages/validators/scripts/generate.ts']);
run(node, ['packages/definition/scripts/generate.ts']);
run(node, ['packages/adapters/scripts/generate-registry.ts']);
run(node, ['packages/validators/scripts/generate-check-index.ts']);
