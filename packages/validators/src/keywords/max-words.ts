import { _, type CodeKeywordDefinition } from 'ajv';
import { countWords } from '../runtime/words.ts';
import { runtimeFunction } from './runtime-function.ts';

/** `maxWords`: the most words of a text. Beside `contentMediaType: "text/markdown"` marks are no words. */
export const maxWords: CodeKeywordDefinition = {
  keyword: 'maxWords',
  type: 'string',
  schemaType: 'number',
  error: { message: '', params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
  code(cxt) {
    const markdown = cxt.parentSchema.contentMediaType === 'text/markdown';
    cxt.fail(_`${runtimeFunction(cxt, countWords)}(${cxt.data}, ${markdown}) > ${cxt.schemaCode}`);
  },
};
