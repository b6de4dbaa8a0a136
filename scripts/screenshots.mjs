// npm run screenshots: takes the README's pictures from the running pages.
import { buildApps } from './apps.mjs';
import { ensureChromium } from './chromium.mjs';
import { node, run, setup } from './setup.mjs';

setup();
buildApps();
run(node, ['e2e/screenshots.ts'], { env: { ...process.env, CHROMIUM: ensureChromium() } });
