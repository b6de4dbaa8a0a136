import { _, type CodeKeywordDefinition } from 'ajv';
import { postalCodePattern, postalCodes } from './postal-codes.ts';

/**
 * `postalCode: "AT"`: the text is a postal code of the country. Generated code holds that country's pattern alone, so
 * pages carry no table of countries.
 */
export const postalCode: CodeKeywordDefinition = {
  keyword: 'postalCode',
  type: 'string',
  metaSchema: { enum: [...postalCodes.keys()] },
  error: { message: '', params: ({ schema }) => _`{example: ${postalCodes.get(String(schema))?.example ?? ''}}` },
  code(cxt) {
    const pattern = postalCodePattern(String(cxt.schema));
    if (pattern === undefined) return;
    const name = cxt.gen.scopeValue('pattern', {
      key: String(pattern),
      ref: pattern,
      code: _`new RegExp(${pattern.source}, ${pattern.flags})`,
    });
    cxt.fail(_`!${name}.test(${cxt.data})`);
  },
};
