import type { JsonObject } from '@schalter/definition';
import type { SnapshotFrom } from 'xstate';
import { type Fields, fieldsOf, oneOf, scalarsOf, textOf } from '../read.ts';
import { type FileHead, type fileMachine, type Reason, savedStates } from './machine.ts';
import { sizeOf } from './read.ts';

/* What is saved of files. Their bytes stay in the page, so what was under way elsewhere waits for them. */

export interface FilePart {
  readonly head: FileHead;
  readonly state: (typeof savedStates)[number];
  readonly id: string | undefined;
  readonly handle: string | undefined;
  readonly reason: Reason | undefined;
}

export function partOf(snapshot: SnapshotFrom<typeof fileMachine> | undefined): JsonObject[] {
  if (!snapshot) return [];
  const { head, id, handle, reason } = snapshot.context;
  const value = typeof snapshot.value === 'object' ? Object.keys(snapshot.value)[0] : snapshot.value;
  const state = oneOf(savedStates, value) ?? 'paused';
  return [
    {
      ...head,
      state,
      ...(id === undefined ? {} : { id }),
      ...(handle === undefined ? {} : { handle }),
      ...(reason ? { reason: { code: reason.code, params: { ...reason.params } } } : {}),
    },
  ];
}

export function readParts(parts: Fields): Record<string, readonly FilePart[]> | undefined {
  const read: [string, readonly FilePart[]][] = [];
  for (const [pointer, files] of Object.entries(parts)) {
    const all = Array.isArray(files) ? files.map(readPart) : [undefined];
    if (!all.every((part) => part !== undefined)) return undefined;
    read.push([pointer, all]);
  }
  return Object.fromEntries(read);
}

function readPart(value: unknown): FilePart | undefined {
  const fields = fieldsOf(value);
  const [key, name, type] = [textOf(fields?.key), textOf(fields?.name, 255), textOf(fields?.type, 255)];
  const size = sizeOf(fields?.size);
  const state = oneOf(savedStates, fields?.state);
  const id = textOf(fields?.id);
  if (key === undefined || name === undefined || type === undefined || size === undefined || !state) return undefined;
  if ((state === 'scanning' || state === 'clean') && id === undefined) return undefined;
  return {
    head: { key, name, type, size },
    state,
    id,
    handle: textOf(fields?.handle),
    reason: readReason(fields?.reason),
  };
}

function readReason(value: unknown): Reason | undefined {
  const fields = fieldsOf(value);
  const code = textOf(fields?.code);
  return code === undefined ? undefined : { code, params: scalarsOf(fields?.params) ?? {} };
}
