import { _, type CodeKeywordDefinition, stringify } from 'ajv';
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
    // The list itself, so that the code need not carry the whole constraint.
    cxt.fail(_`!${runtimeFunction(cxt, isAccepted)}(${cxt.data}, ${stringify(cxt.schema)})`);
  },
};
