import { _, type CodeKeywordDefinition } from 'ajv';
import { isAccepted } from '../runtime/accepted.ts';
import { acceptedText } from './accepted-text.ts';
import { runtimeFunction } from './runtime-function.ts';

/** `accept`: media types and endings that a file may have; its answer is `{ id, name, type, size }`. */
export const accept: CodeKeywordDefinition = {
  keyword: 'accept',
  type: 'object',
  schemaType: 'array',
  error: { message: '', params: ({ schema }) => _`{accepted: ${acceptedText(schema)}}` },
  code(cxt) {
    cxt.fail(_`!${runtimeFunction(cxt, isAccepted)}(${cxt.data}, ${cxt.schemaCode})`);
  },
};
