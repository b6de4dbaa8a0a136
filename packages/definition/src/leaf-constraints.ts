import type { FieldSchema } from './form.generated.ts';
import { elements, isObject, own } from './guard.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** What constrains one answer. */
export interface LeafConstraint {
  /** Pointer template of the answer, `*` for every index. */
  readonly template: string;
  /** JSON Schema with nothing but constraints; options stand as `enum`. */
  readonly schema: JsonObject;
}

/** Keywords that constrain a single value or the length of a list, in the order in which they are kept. */
const constraining = [
  'type',
  'const',
  'format',
  'pattern',
  'postalCode',
  'minLength',
  'maxLength',
  'maxWords',
  'contentMediaType',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'anyOf',
  'not',
  'minItems',
  'maxItems',
  'uniqueItems',
  'accept',
  'maxBytes',
] as const;

/**
 * The constraints of all leaves of a resolved form: of single values, of files, of lists of options (with their
 * options), and of other lists of plain values (the list's own length at `/namen`, each entry's constraint below it).
 * Groups, lists of groups and texts have none: what they demand depends on relevance.
 */
export function leafConstraints(data: FieldSchema): readonly LeafConstraint[] {
  const found: LeafConstraint[] = [];
  collect(data, '', found);
  return found;
}

function collect(schema: unknown, template: string, found: LeafConstraint[]): void {
  if (isGroup(schema)) {
    const properties = own(schema, 'properties');
    for (const [name, property] of isObject(properties) ? Object.entries(properties) : []) {
      collect(property, `${template}/${name}`, found);
    }
    return;
  }
  if (own(schema, 'type') !== 'array') {
    if (isLeaf(schema)) found.push({ template, schema: constraintOf(schema) });
    return;
  }
  const items = own(schema, 'items');
  if (isChoice(items)) {
    found.push({ template, schema: { ...constraintOf(schema), items: constraintOf(items) } });
    return;
  }
  if (isLeaf(items)) found.push({ template, schema: constraintOf(schema) });
  collect(items, `${template}/*`, found);
}

function isGroup(schema: unknown): boolean {
  return own(schema, 'type') === 'object' && own(schema, 'control') !== 'file';
}

/** A single value or a file; not a group, a list or a text. */
function isLeaf(schema: unknown): boolean {
  const type = own(schema, 'type');
  if (type === undefined) return isChoice(schema) || own(schema, 'const') !== undefined;
  return type !== 'array' && !isGroup(schema);
}

function isChoice(schema: unknown): boolean {
  const type = own(schema, 'type');
  return type !== 'object' && type !== 'array' && (own(schema, 'oneOf') ?? own(schema, 'enum')) !== undefined;
}

function constraintOf(schema: unknown): JsonObject {
  const kept: { [keyword: string]: JsonValue } = {};
  for (const name of constraining) {
    const value = own(schema, name);
    // Definitions are JSON.
    if (value !== undefined) kept[name] = value as JsonValue;
  }
  const options = own(schema, 'oneOf');
  const constants = Array.isArray(options) ? options.map((option) => own(option, 'const')) : own(schema, 'enum');
  if (constants !== undefined) kept.enum = elements(constants) as readonly JsonValue[];
  if (own(schema, 'type') === 'object') {
    const properties = own(schema, 'properties');
    const members = isObject(properties) ? Object.entries(properties) : [];
    kept.properties = Object.fromEntries(members.map(([name, member]) => [name, constraintOf(member)]));
    kept.required = elements(own(schema, 'required')) as readonly string[];
    kept.additionalProperties = false;
  }
  return kept;
}
