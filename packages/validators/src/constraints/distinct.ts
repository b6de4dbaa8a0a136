import type { JsonObject, JsonValue, LeafConstraint } from '@schalter/definition';

export interface DistinctConstraints {
  /** Each constraint once, in the order of first use. */
  readonly schemas: readonly JsonObject[];
  /** The same constraints as canonical texts: equal for equal constraints, whatever form they come from. */
  readonly keys: readonly string[];
  /** Template → index into `schemas`. */
  readonly templates: ReadonlyMap<string, number>;
}

/** Joins leaves with the same constraint: forms have many fields and few kinds of constraints. */
export function distinctConstraints(leaves: readonly LeafConstraint[]): DistinctConstraints {
  const schemas: JsonObject[] = [];
  const places = new Map<string, number>();
  const templates = new Map<string, number>();
  for (const leaf of leaves) {
    const schema = normalised(leaf.schema);
    const key = canonical(schema);
    let place = places.get(key);
    if (place === undefined) {
      place = schemas.length;
      schemas.push(schema);
      places.set(key, place);
    }
    templates.set(leaf.template, place);
  }
  return { schemas, keys: [...places.keys()], templates };
}

/** Options (`oneOf` of constants) as `enum`, also those of a list: shorter code, and one problem instead of many. */
function normalised(schema: JsonObject): JsonObject {
  const { oneOf, items, enum: listed, ...rest } = schema;
  const result: Record<string, JsonValue> = { ...rest };
  const constants = Array.isArray(oneOf) ? optionConstants(oneOf) : undefined;
  if (constants !== undefined) {
    result.enum = Array.isArray(listed) ? constants.filter((value) => listed.includes(value)) : constants;
  } else {
    if (oneOf !== undefined) result.oneOf = oneOf;
    if (listed !== undefined) result.enum = listed;
  }
  if (items !== undefined) result.items = isObject(items) ? normalised(items) : items;
  return result;
}

/** The constants of options, or undefined when something else stands among them. */
function optionConstants(options: readonly JsonValue[]): JsonValue[] | undefined {
  const constants: JsonValue[] = [];
  for (const option of options) {
    if (!isObject(option) || option.const === undefined) return undefined;
    constants.push(option.const);
  }
  return constants;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with the members of objects in the order of their names. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonical(item)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}
