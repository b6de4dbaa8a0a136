import { join } from 'node:path';
import { type FormFiles, folderOnDisk } from '@schalter/server/forms';

/** A folder of forms as an editor has it: what is open and not saved goes before what is on disk. */
export function openFiles(root: string, textOf: (path: string) => string | undefined): FormFiles {
  const disk = folderOnDisk(root);
  return {
    list: (folder) => disk.list(folder),
    read(file, limit) {
      const text = textOf(join(root, file));
      if (text === undefined) return disk.read(file, limit);
      const bytes = new TextEncoder().encode(text);
      return Promise.resolve(bytes.length > limit ? { bytes: bytes.length } : bytes);
    },
  };
}
