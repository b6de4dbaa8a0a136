import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SchalterError } from '@schalter/definition';
import type { Terminal } from './output.ts';

/**
 * Writes what a command made to a file, or to the terminal where none is named.
 * @throws SchalterError `output-unwritable`, `output-needed` for what is no text
 */
export async function writeOutput(
  terminal: Terminal,
  path: string | undefined,
  content: string | Uint8Array,
): Promise<void> {
  if (path === undefined) {
    if (typeof content !== 'string') throw new SchalterError('output-needed');
    terminal.write(content);
    return;
  }
  const file = resolve(terminal.folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new SchalterError('output-unwritable', { path, detail }, { cause });
  }
}
