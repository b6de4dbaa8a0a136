import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Modes {
  readonly folder: number;
  readonly file: number;
}

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

const temporary = '.incoming-';

/**
 * Makes a folder with files appear at once: written beside its place, forced to disk, renamed. Whoever watches the
 * folder above never sees half a delivery, and a power cut leaves all or nothing.
 * @returns false when something stands there already (nothing is changed then)
 */
export async function writeFolder(
  path: string,
  files: readonly NewFile[],
  modes: Modes,
  signal: AbortSignal,
): Promise<boolean> {
  const above = dirname(path);
  const place = join(above, `${temporary}${randomUUID()}`);
  await mkdir(place, { mode: modes.folder });
  try {
    for (const file of files) {
      signal.throwIfAborted();
      await writeDurable(join(place, file.name), file.bytes, modes.file);
    }
    await syncFolder(place);
    signal.throwIfAborted();
    await rename(place, path);
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    if (isCode(error, 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
  await syncFolder(above);
  return true;
}

/** Makes one small file appear at once; what stands there is replaced. */
export async function writeFileAtOnce(path: string, text: string, mode: number): Promise<void> {
  const place = join(dirname(path), `${temporary}${randomUUID()}`);
  try {
    await writeDurable(place, text, mode);
    await rename(place, path);
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes what a killed process left half-written more than a day ago; younger ones may still be at work. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(temporary)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > 86_400_000) await rm(path, { recursive: true, force: true });
  }
}

/** True for a file system error with one of these codes. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

async function writeDurable(path: string, bytes: Uint8Array | string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Forces names to disk. Some systems (Windows, some network shares) cannot do that for folders: then it is theirs. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!isCode(error, 'EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EACCES')) throw error;
  }
}
