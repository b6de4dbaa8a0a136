import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { FieldView, ListView, UploadSource } from '@schalter/engine';
import type { Dialogue } from './dialogue.ts';

/** Media types of the commonest files; services look for themselves. */
const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
};

/** A file on this machine, as an upload takes it. */
export async function fileAt(path: string): Promise<UploadSource | undefined> {
  try {
    const content = await readFile(path);
    const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return { name: basename(path), type, size: content.length, content };
  } catch {
    return undefined;
  }
}

/**
 * Takes the file at a path: by the upload service where there is one; else the answer says where the file lies.
 * @returns false where it cannot be read, or was refused at once
 */
export async function takeFile(dialogue: Dialogue, field: FieldView | ListView, path: string): Promise<boolean> {
  const { session } = dialogue;
  const file = await fileAt(path);
  if (!file) return false;
  const { at } = field;
  if (field.service?.kind !== 'upload') {
    const { name, type, size } = file;
    return session.send({ type: 'answer', at, value: { id: path, name, type, size } }).ok;
  }
  if (!session.send({ type: 'upload', at, file }).ok) return false;
  await dialogue.until((view) => !JSON.stringify(view.step.content).match(/"state":"(?:uploading|scanning)"/));
  return true;
}
