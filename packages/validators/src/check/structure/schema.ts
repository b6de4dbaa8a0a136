import type { JsonObject } from '@schalter/definition';
import schema from '@schalter/definition/form.schema.json' with { type: 'json' };
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDate } from '../../formats/date.ts';
import type { CheckedFile } from '../context.ts';

/** Where each kind of file is described in the schema of the form language. */
const entries: Readonly<Record<CheckedFile['kind'], string>> = {
  form: '',
  block: '#/$defs/BlockDefinition',
  list: '#/$defs/CodeList',
  locale: '#/$defs/LocaleFile',
  case: '#/$defs/FormCase',
};

type Check = (value: unknown) => readonly ErrorObject[];

let compiled: { readonly ajv: Ajv2020; readonly branches: WeakMap<object, Check> } | undefined;

/** Compiled on first use: it takes a moment, and then serves all forms. */
function compiler(): NonNullable<typeof compiled> {
  if (compiled === undefined) {
    const ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      messages: false,
      strictTypes: false,
      strictRequired: false,
    });
    // For editors.
    ajv.addVocabulary(['enumDescriptions']);
    ajv.addFormat('date', isDate);
    // The rule for patterns says more about them.
    ajv.addFormat('regex', true);
    ajv.addSchema(schema);
    compiled = { ajv, branches: new WeakMap() };
  }
  return compiled;
}

/** What the schema of the form language has against a file. */
export function structureErrors(kind: CheckedFile['kind'], content: unknown): readonly ErrorObject[] {
  return check(`${schema.$id}${entries[kind]}`)(content);
}

/** What one branch of an `anyOf` of that schema has against a value. */
export function branchErrors(branch: JsonObject, value: unknown): readonly ErrorObject[] {
  const { $ref } = branch;
  if (typeof $ref === 'string') return check(`${schema.$id}${$ref}`)(value);
  const { ajv, branches } = compiler();
  let known = branches.get(branch);
  if (known === undefined) {
    const validate = ajv.compile(branch);
    known = (inner) => (validate(inner) ? [] : (validate.errors ?? []));
    branches.set(branch, known);
  }
  return known(value);
}

function check(id: string): Check {
  const validate = compiler().ajv.getSchema(id);
  return (value) => (validate === undefined || validate(value) ? [] : (validate.errors ?? []));
}
