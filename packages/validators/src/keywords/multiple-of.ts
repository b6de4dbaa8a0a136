import { _, type CodeKeywordDefinition } from 'ajv';
import { isMultipleOf } from '../runtime/multiple.ts';
import { runtimeFunction } from './runtime-function.ts';

/**
 * `multipleOf` of JSON Schema, exact in decimals. AJV's own divides binary fractions and so refuses 0.07 as a multiple
 * of 0.01.
 */
export const multipleOf: CodeKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  error: { message: '', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
  code(cxt) {
    cxt.fail(_`!${runtimeFunction(cxt, isMultipleOf)}(${cxt.data}, ${cxt.schemaCode})`);
  },
};
