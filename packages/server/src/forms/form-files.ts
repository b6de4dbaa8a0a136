import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a folder of forms is read from: a disk, or a commit of the past. Paths are relative to it, with slashes. */
export interface FormFiles {
  /** What stands in a folder. Rejects with a Node error (`code: 'ENOENT'`) where there is none. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  /** Bytes of a file, read only if it is not larger than `limit`. Rejects with a Node error where it cannot be read. */
  read(file: string, limit: number): Promise<Uint8Array | TooLarge>;
}

/** A file that was not read, with its size in bytes. */
export interface TooLarge {
  readonly bytes: number;
}

export function isTooLarge(content: Uint8Array | TooLarge): content is TooLarge {
  return !(content instanceof Uint8Array);
}

/** A folder of forms on disk. */
export function folderOnDisk(root: string): FormFiles {
  return {
    async list(folder) {
      const entries = await readdir(join(root, folder), { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    },
    async read(file, limit) {
      const path = join(root, file);
      const { size } = await stat(path);
      return size > limit ? { bytes: size } : readFile(path);
    },
  };
}
