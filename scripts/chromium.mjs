// Finds a Chromium for tests: the one installed, else Debian's package, else Playwright's own download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { node, root } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApps = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of an installed Chromium, or undefined. `CHROMIUM` in the environment goes first. */
export function installedChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...macApps, playwrightChromium()].find((path) => path && existsSync(path));
}

function playwrightChromium() {
  try {
    return createRequire(join(root, 'package.json'))('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Path of a Chromium, installing one if there is none. Ends the process with a sentence if none can be had. */
export function ensureChromium() {
  const installed = installedChromium();
  if (installed) return installed;
  const attempts = [];
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium from the distribution …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    attempts.push('apt-get install chromium');
    const found = installedChromium();
    if (found) return found;
  }
  console.log('Downloading Chromium with Playwright …');
  spawnSync(node, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  });
  attempts.push('playwright install chromium');
  const found = installedChromium();
  if (found) return found;
  console.error(
    `The tests need Chromium and none could be had (tried: ${attempts.join(', ')}). Install Chromium or Chrome, or set CHROMIUM to its path.`,
  );
  process.exit(1);
}
