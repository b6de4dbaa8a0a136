import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

export const schema: { $id: string; $defs: Record<string, { properties?: Record<string, unknown> }> } & object =
  JSON.parse(readFileSync(join(import.meta.dirname, '../schema/form.schema.json'), 'utf8'));

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
});
ajv.addVocabulary(['enumDescriptions']);
ajv.addFormat('regex', isPattern);
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
ajv.addSchema(schema);

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Where a document departs from the schema, or from one of its `$defs`: `<pointer> <keyword>`; empty when nowhere. */
export function errorsOf(document: unknown, definition?: string): string[] {
  const validate = ajv.getSchema(definition === undefined ? schema.$id : `${schema.$id}#/$defs/${definition}`);
  if (!validate) return [`no definition ${definition}`];
  validate(document);
  return (validate.errors ?? []).map((error: ErrorObject) => `${error.instancePath} ${error.keyword}`);
}
