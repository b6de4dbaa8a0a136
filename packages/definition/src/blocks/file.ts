import type { BlockDefinition } from '../form.generated.ts';

/**
 * A file to upload. Its answer is what the upload service gives: `id`, `name`, media type, `size` in bytes. Narrow it at
 * the use with `accept` and `maxBytes`; for several files make it the `items` of a list.
 */
export const file: BlockDefinition = {
  id: 'file',
  version: '1',
  language: 'de',
  schema: {
    type: 'object',
    title: 'Datei',
    control: 'file',
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 200 },
      name: { type: 'string', minLength: 1, maxLength: 255 },
      type: { type: 'string', minLength: 1, maxLength: 255 },
      size: { type: 'integer', minimum: 0 },
    },
    required: ['id', 'name', 'type', 'size'],
    messages: { required: 'Wählen Sie eine Datei aus.' },
  },
  locales: {
    en: {
      '#title': { text: 'File' },
      '#message:required': { text: 'Choose a file.' },
    },
  },
};
