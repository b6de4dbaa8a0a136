// npm test: installs what is missing, the browser included, builds what browsers load, and runs every test.
// Arguments go to Vitest.
import { buildApps } from './apps.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureSchemaSuite } from './schema-suite.mjs';
import { node, run, setup } from './setup.mjs';

setup();
const chromium = ensureChromium();
ensureSchemaSuite();
buildApps();
run(node, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM: chromium },
});
