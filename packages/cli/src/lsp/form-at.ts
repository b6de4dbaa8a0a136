import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** A file that takes part in a form. */
export interface FormFile {
  /** Folder with forms, `_blocks` and `_lists`. */
  readonly root: string;
  /** Folder of the form below it. */
  readonly form: string;
  /** Path below the form's folder: `form.json`, `locales/en.json`. */
  readonly file: string;
}

/** The form a file belongs to; undefined for files of none. */
export function formAt(path: string): FormFile | undefined {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    if (basename(path) !== 'form.json' && !existsSync(join(folder, 'form.json'))) continue;
    return { root: dirname(folder), form: basename(folder), file: relative(folder, path).split(sep).join('/') };
  }
  return undefined;
}
