import type { FileStatus, UploadedFile, UploadProgress } from '../../ports/upload.ts';
import { fieldsOf, textOf } from '../read.ts';

/* What a port says of files, and what snapshots keep of them. */

export function sizeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export function readProgress(value: unknown): UploadProgress | undefined {
  const fields = fieldsOf(value);
  const sent = sizeOf(fields?.sent);
  const handle = textOf(fields?.handle);
  return sent === undefined ? undefined : { sent, ...(handle === undefined ? {} : { handle }) };
}

/** @param id of the file that was asked about */
export function readStatus(value: unknown, id: string | undefined): FileStatus | undefined {
  const fields = fieldsOf(value);
  switch (fields?.state) {
    case 'scanning':
      return { state: 'scanning' };
    case 'clean': {
      const file = readFile(fields.file);
      return file?.id === id ? file && { state: 'clean', file } : undefined;
    }
    case 'refused': {
      const reason = textOf(fields.reason, 100);
      return reason === undefined ? undefined : { state: 'refused', reason };
    }
    default:
      return undefined;
  }
}

/** A file as it stands in answers. */
export function readFile(value: unknown): UploadedFile | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id, 200);
  const name = textOf(fields?.name, 255);
  const type = textOf(fields?.type, 255);
  const size = sizeOf(fields?.size);
  return id !== undefined && name !== undefined && type !== undefined && size !== undefined
    ? { id, name, type, size }
    : undefined;
}
