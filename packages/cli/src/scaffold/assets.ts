import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that comes with this package and is copied out of it. */
export interface Asset {
  /** Where it goes, below the target, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

const folder = fileURLToPath(new URL('../../assets', import.meta.url));

/**
 * The files of a folder of assets, in the order of their paths. What is called `dot-…` there begins with a dot: packages
 * may not hold files such as `.gitignore`.
 */
export function assetsIn(name: string): Asset[] {
  const root = join(folder, name);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): Asset => {
      const parts = file.slice(root.length + 1).split(sep);
      return {
        path: parts.map((part) => part.replace(/^dot-/, '.')).join('/'),
        text: readFileSync(file, 'utf8'),
        executable: (statSync(file).mode & 0o100) !== 0,
      };
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}
