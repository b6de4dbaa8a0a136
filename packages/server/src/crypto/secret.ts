import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SchalterError } from '@schalter/definition';

/** Shorter secrets can be guessed. */
export const minimumSecretLength = 32;

/**
 * The secrets answers are encrypted with: `SCHALTER_SECRET`, else a file `secret.key` (mode 0600) in the data folder,
 * made at the first start. `SCHALTER_SECRET_PREVIOUS` (several with commas) still opens what older secrets sealed.
 * @throws SchalterError `secret-too-short`, `data-dir-not-writable`
 */
export async function loadSecrets(
  options: { readonly secret?: string | undefined; readonly previous?: readonly string[] | undefined },
  dataDir: string,
): Promise<[Uint8Array, ...Uint8Array[]]> {
  const previous = (options.previous ?? []).map((secret) => Buffer.from(secret));
  if (options.secret === undefined) return [await keyFile(dataDir), ...previous];
  if (options.secret.length < minimumSecretLength) {
    throw new SchalterError('secret-too-short', { actual: options.secret.length, limit: minimumSecretLength });
  }
  return [Buffer.from(options.secret), ...previous];
}

async function keyFile(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, 'secret.key');
  const existing = await readFile(path, 'utf8').catch(() => undefined);
  if (existing !== undefined) return Buffer.from(existing.trim());
  // Written whole under another name, then linked: a killed first start leaves no half key behind, and of two only one wins.
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(temporary, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
    await link(temporary, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
    return Buffer.from((await readFile(path, 'utf8')).trim());
  } catch (cause) {
    throw new SchalterError('data-dir-not-writable', { path: dataDir, detail: String(cause) }, { cause });
  } finally {
    await rm(temporary, { force: true });
  }
}
