import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SchalterError } from '@schalter/definition';
import type { Asset } from './assets.ts';

/**
 * Writes a file that is not there yet; one that is stays as it is, whoever wrote it meanwhile.
 * @returns whether it was written
 * @throws SchalterError `output-unwritable`
 */
export async function writeNew(file: string, { text, executable }: Omit<Asset, 'path'>): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (code === 'EEXIST') return false;
    throw new SchalterError('output-unwritable', { path: file, detail: code }, { cause });
  }
}
