import type { UploadSource } from '../../ports/upload.ts';
import type { LeafNode } from '../../program.ts';
import type { World } from '../../run/world.ts';
import { fieldsOf, textOf } from '../read.ts';
import type { Reason } from './machine.ts';
import { sizeOf } from './read.ts';

/** What nobody knows the kind of. */
const unknownType = 'application/octet-stream';

/** A file as an event brings it; `undefined` for what is none. */
export function sourceOf(given: unknown): UploadSource | undefined {
  const fields = fieldsOf(given);
  const name = textOf(typeof fields?.name === 'string' ? fields.name.normalize('NFC').trim() : undefined, 255);
  const size = sizeOf(fields?.size);
  const { type, content } = fields ?? {};
  if (name === undefined || size === undefined || content === undefined || content === null) return undefined;
  return { name, type: textOf(type, 255) ?? unknownType, size, content };
}

/** What the field's constraint says of a file before a byte of it is sent. */
export function problemOf(
  world: World,
  node: LeafNode | undefined,
  { name, type, size }: UploadSource,
): Reason | undefined {
  if (!node) return undefined;
  const [problem] = world.validate(node.template, { id: 'to-be-sent', name, type, size });
  return problem && { code: problem.code, params: problem.params };
}
