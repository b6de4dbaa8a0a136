import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { peers } from './index.ts';
import type { Peer } from './peer.ts';
import { tryOut } from './try-out.ts';

/**
 * Whether a library does its work where `eval` and `new Function` are forbidden, as under `script-src 'self'`: tried in
 * a process of its own, and held against what it answers here.
 */
export function worksWithoutEval({ name }: Peer): boolean {
  const peer = peers.find((one) => one.name === name);
  if (!peer) return false;
  const file = join(import.meta.dirname, 'try-out.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', file, name], {
    encoding: 'utf8',
  });
  return status === 0 && stdout.trimEnd().endsWith(tryOut(peer));
}
