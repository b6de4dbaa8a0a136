import type { JsonObject } from '@schalter/definition';

export interface FolderOptions {
  /** The folder deliveries go to; made if it is missing. One below it per receiver, there one per submission. */
  readonly path: string;
  /** Whether the system's group may read what is delivered. Default: nobody but the server's user. */
  readonly groupReadable?: boolean;
}

/** JSON Schema of {@link FolderOptions}. */
export const options = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Delivery into a folder',
  type: 'object',
  additionalProperties: false,
  required: ['path'],
  properties: {
    path: { type: 'string', title: 'Folder', minLength: 1, pattern: '^[^\\u0000]+$' },
    groupReadable: { type: 'boolean', title: 'The group may read', default: false },
  },
} as const satisfies JsonObject;
