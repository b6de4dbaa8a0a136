// The two builds that browsers load: <schalter-form> and the designer. Built only when their sources changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, run } from './setup.mjs';

const apps = [
  { name: 'renderer-web', from: ['definition', 'engine', 'renderer-web'], to: 'packages/renderer-web/dist/browser' },
  {
    name: 'designer',
    from: ['definition', 'engine', 'validators', 'renderer-web', 'designer'],
    to: 'packages/designer/dist/app',
  },
];

/** Builds both, one after the other; with `force` also when nothing changed. */
export function buildApps({ force = false } = {}) {
  for (const app of apps) {
    const state = fingerprint(app.from);
    const stamp = join(root, app.to, '.sources');
    if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) continue;
    console.log(`Building ${app.name} …`);
    run(node, ['node_modules/vite/bin/vite.js', 'build', `packages/${app.name}`, '--logLevel', 'warn']);
    mkdirSync(join(root, app.to), { recursive: true });
    writeFileSync(stamp, state);
  }
}

/** Names, sizes and times of all sources: cheap enough for every start. */
function fingerprint(packages) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const name of packages) {
    const folder = join(root, 'packages', name);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || /[\\/](node_modules|dist)[\\/]/.test(path) || path.endsWith('.test.ts')) continue;
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
