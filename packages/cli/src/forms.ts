import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SchalterError } from '@schalter/definition';

/** What a path on the command line names: a folder of forms, or one form in it. */
export interface FormsTarget {
  /** Folder with forms, `_blocks` and `_lists`. */
  readonly root: string;
  /** Only this form, when the path named one. */
  readonly form?: string;
}

/**
 * Reads a path as people give it: the forms folder, a form's folder, or its `form.json`.
 * @throws SchalterError `forms-folder-missing` when nothing stands there
 */
export function formsTarget(path: string, folder: string): FormsTarget {
  const absolute = resolve(folder, path);
  if (!existsSync(absolute)) throw new SchalterError('forms-folder-missing', { path });
  const directory = statSync(absolute).isDirectory() ? absolute : dirname(absolute);
  if (existsSync(join(directory, 'form.json'))) return { root: dirname(directory), form: basename(directory) };
  return { root: directory };
}
