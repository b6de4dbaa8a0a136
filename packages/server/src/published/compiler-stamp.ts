import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Tells one compiler from another: names, sizes and times of the files of the packages that compile forms. What another
 * compiler built is built anew from its source at start.
 */
export function compilerStamp(): string {
  const hash = createHash('sha256');
  for (const name of ['@schalter/definition', '@schalter/engine', '@schalter/validators']) {
    const folder = dirname(fileURLToPath(import.meta.resolve(name)));
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.(test\.ts|map|d\.ts|tsbuildinfo)$/.test(entry.name)) continue;
      const { size, mtimeMs } = statSync(`${entry.parentPath}/${entry.name}`);
      hash.update(`${name}/${entry.name}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
