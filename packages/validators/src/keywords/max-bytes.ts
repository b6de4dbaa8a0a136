import { _, type CodeKeywordDefinition } from 'ajv';

/** `maxBytes`: the largest size of one file; its answer is `{ id, name, type, size }`. */
export const maxBytes: CodeKeywordDefinition = {
  keyword: 'maxBytes',
  type: 'object',
  schemaType: 'number',
  error: { message: '', params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
  code(cxt) {
    cxt.fail(_`!(${cxt.data}.size <= ${cxt.schemaCode})`);
  },
};
