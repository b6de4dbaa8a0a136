// npm test: installs what is missing, the browser included, and runs every test. Arguments go to Vitest.
import { ensureChromium } from './chromium.mjs';
import { node, run, setup } from './setup.mjs';

setup();
const chromium = ensureChromium();
run(node, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM: chromium },
});
