import { existsSync, globSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { SchalterError } from '@schalter/definition';

/** What a path on the command line names: a folder of forms, or some forms in it. */
export interface FormsTarget {
  /** Folder with forms, `_blocks` and `_lists`. */
  readonly root: string;
  /** Only the forms in these folders, when paths named them. */
  readonly forms?: readonly string[];
}

/**
 * Reads paths as people give them: forms folders, forms' folders, their `form.json`, or patterns of these
 * (`forms/hund*`); every folder of forms once.
 * @throws SchalterError `forms-folder-missing` where nothing stands, `glob-empty` where a pattern matches nothing
 */
export function formsTargets(paths: readonly string[], folder: string): FormsTarget[] {
  const targets = new Map<string, Set<string> | undefined>();
  for (const path of paths.flatMap((one) => expand(one, folder))) {
    const { root, form } = targetOf(path, folder);
    const known = targets.get(root);
    // The whole folder includes each of its forms.
    if (form === undefined || (targets.has(root) && known === undefined)) targets.set(root, undefined);
    else targets.set(root, (known ?? new Set()).add(form));
  }
  return [...targets].map(([root, forms]) => ({ root, ...(forms ? { forms: [...forms].sort() } : {}) }));
}

function expand(path: string, folder: string): string[] {
  if (!/[*?{[]/.test(path) || existsSync(resolve(folder, path))) return [path];
  // Shells that expand patterns themselves hand over the same.
  const found = globSync(path, { cwd: folder }).filter((one) => isForm(resolve(folder, one)));
  if (found.length === 0) throw new SchalterError('glob-empty', { path });
  return found.sort();
}

function isForm(path: string): boolean {
  return basename(path) === 'form.json' || existsSync(join(path, 'form.json'));
}

function targetOf(path: string, folder: string): { root: string; form?: string } {
  const absolute = resolve(folder, path);
  if (!existsSync(absolute)) throw new SchalterError('forms-folder-missing', { path });
  const directory = statSync(absolute).isDirectory() ? absolute : dirname(absolute);
  if (existsSync(join(directory, 'form.json'))) return { root: dirname(directory), form: basename(directory) };
  return { root: directory };
}

/** A path as reports name it: relative to where the command runs, with slashes. */
export function shownPath(folder: string, path: string): string {
  const shown = relative(folder, path);
  return (shown === '' ? '.' : shown).split(sep).join('/');
}
