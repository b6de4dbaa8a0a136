import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { SchalterError } from '@schalter/definition';
import type { FormFiles } from '@schalter/server/forms';

/** A folder as a commit had it, and what has changed in it since. */
export interface PastFolder {
  /** Paths below the folder that differ from the commit: changed, new (not ignored ones), gone. */
  readonly changed: readonly string[];
  readonly files: FormFiles;
}

/** What git may print: the JSON of thousands of forms. */
const maxBuffer = 1024 * 1024 * 1024;

/**
 * Asks git about a folder.
 * @param ref whatever git takes for a commit: a branch, a tag, `HEAD~3`
 * @throws SchalterError `git-failed` without git, outside a repository, with an unknown ref
 */
export function pastFolder(root: string, ref: string): PastFolder {
  const git = (words: readonly string[], input?: Buffer) => run(root, ref, words, input);
  // A ref is data: it never becomes an option.
  const commit = git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`])
    .toString('utf8')
    .trim();
  const changed = [
    ...lines(git(['diff', '--name-only', '--no-renames', '--relative', '-z', commit, '--', '.'])),
    ...lines(git(['ls-files', '--others', '--exclude-standard', '-z', '--', '.'])),
  ];
  // With a slash at its end; '' for the repository itself.
  const folder = git(['rev-parse', '--show-prefix']).toString('utf8').trim();
  const entries = lines(git(['ls-tree', '-r', '-z', '--full-tree', commit, ...(folder === '' ? [] : ['--', folder])]));
  const below = entries.flatMap(entryOf).filter(({ path }) => path.startsWith(folder) && path.endsWith('.json'));
  const blobs = readBlobs(below, git);
  return { changed, files: memory(new Map(below.map(({ path }, index) => [path.slice(folder.length), blobs[index]]))) };
}

type Git = (words: readonly string[], input?: Buffer) => Buffer;

/** A line of `git ls-tree`: mode, type, object, tab, path. */
function entryOf(line: string): { object: string; path: string }[] {
  const [head = '', path = ''] = line.split('\t');
  const [, type, object = ''] = head.split(' ');
  return type === 'blob' ? [{ object, path }] : [];
}

/** All contents by one process: one per file would take seconds. */
function readBlobs(entries: readonly { readonly object: string }[], git: Git): Buffer[] {
  const output = git(['cat-file', '--batch'], Buffer.from(entries.map(({ object }) => `${object}\n`).join('')));
  const blobs: Buffer[] = [];
  for (let at = 0; blobs.length < entries.length; ) {
    const end = output.indexOf('\n', at);
    const size = Number(output.subarray(at, end).toString('latin1').split(' ')[2]);
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

/** A folder of forms in memory, by path. */
function memory(contents: ReadonlyMap<string, Buffer | undefined>): FormFiles {
  const folders = new Map<string, Map<string, boolean>>([['', new Map()]]);
  for (const path of contents.keys()) {
    const parts = path.split('/');
    parts.forEach((name, depth) => {
      const folder = parts.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Map()).set(name, depth < parts.length - 1));
    });
  }
  const missing = () => Promise.reject(Object.assign(new TypeError('there is no such file'), { code: 'ENOENT' }));
  return {
    list(folder) {
      const found = folders.get(folder);
      return found ? Promise.resolve([...found].map(([name, isFolder]) => ({ name, isFolder }))) : missing();
    },
    read(file, limit) {
      const bytes = contents.get(file);
      if (!bytes) return missing();
      return Promise.resolve(bytes.length > limit ? { bytes: bytes.length } : new Uint8Array(bytes));
    },
  };
}

function run(root: string, ref: string, words: readonly string[], input?: Buffer): Buffer {
  const result: SpawnSyncReturns<Buffer> = spawnSync('git', [...words], {
    cwd: root,
    maxBuffer,
    ...(input ? { input } : {}),
  });
  if (result.error)
    throw new SchalterError('git-failed', { ref, detail: result.error.message }, { cause: result.error });
  if (result.status !== 0) {
    const detail = result.stderr.toString('utf8').trim().split('\n')[0] ?? `git ended with ${result.status}`;
    throw new SchalterError('git-failed', { ref, detail });
  }
  return result.stdout;
}

function lines(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '');
}
