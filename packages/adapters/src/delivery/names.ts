import { AdapterError } from '../adapter.ts';

// What Windows shares cannot hold, whatever its ending.
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * A reference or a receiver as the name of a folder: letters, digits, `-`, `_`, `.`; at most 80 characters.
 * @throws AdapterError `delivery-name`
 */
export function folderName(name: string): string {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?$/.test(name) || name.includes('..') || devices.test(name)) {
    throw refused(name, 'letters, digits, "-", "_" and "." are allowed, 80 at most');
  }
  return name;
}

/**
 * Names of files within one delivery, each refused rather than mended, so that what is filed is what arrives.
 * @param taken names the adapter itself uses
 * @throws AdapterError `delivery-name`
 */
export function checkFileNames(names: readonly string[], taken: readonly string[]): void {
  const seen = new Set(taken.map((name) => name.toLowerCase()));
  for (const name of names) {
    if (name === '' || Buffer.byteLength(name) > 200) throw refused(name, 'it has no or more than 200 bytes');
    if (/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u.test(name))
      throw refused(name, 'it has a character that file systems refuse');
    if (/^[.\s]|[.\s]$/u.test(name)) throw refused(name, 'it begins or ends with a dot or a space');
    if (devices.test(name)) throw refused(name, 'it is the name of a device on Windows');
    // Some file systems take "Ä" and "A\u0308", "a" and "A" for the same.
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) throw refused(name, 'it is there twice');
    seen.add(folded);
  }
}

function refused(name: string, detail: string): AdapterError {
  return new AdapterError('delivery-name', { name: name.slice(0, 200), detail }, { retry: false });
}
