import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormsTarget } from './forms.ts';

/** The JSON files of a target below its root: of forms, their locales and cases, of shared blocks and lists. */
export async function jsonFilesOf({ root, forms }: FormsTarget): Promise<string[]> {
  const names = forms ?? (await foldersIn(root));
  const files: string[] = [];
  for (const name of names) {
    files.push(...(await jsonIn(root, name)));
    for (const inner of ['locales', 'cases']) files.push(...(await jsonIn(root, `${name}/${inner}`)));
  }
  return files;
}

async function foldersIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders
    .filter((name) => !name.startsWith('.') && (!name.startsWith('_') || /^_(?:blocks|lists)$/.test(name)))
    .sort();
}

async function jsonIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('.'))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}
