// npm run soak:engine: the engine's properties over many more random forms and histories than a run of the tests has time
// for. `npm run soak:engine 100000` says how many; further arguments go to Vitest.
import { node, run, setup } from './setup.mjs';

setup();
const [runs = '20000', ...more] = process.argv.slice(2);
const where = [
  'packages/engine/test/properties',
  'packages/engine/test/expressions',
  'packages/engine/src/json-schema',
];
run(node, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', ...where, ...more], {
  env: { ...process.env, SOAK: runs },
});
