import { format as knownFormats, type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import type { JsonObject, JsonValue, LeafConstraint } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { formats } from '../formats/index.ts';
import { acceptedText } from '../keywords/accepted-text.ts';
import { postalCodePattern, postalCodes } from '../keywords/postal-codes.ts';
import { isAccepted } from '../runtime/accepted.ts';
import { type Failure, toProblems } from '../runtime/failure.ts';
import { longestMatched } from '../runtime/pattern.ts';
import { countWords } from '../runtime/words.ts';
import { distinctConstraints } from './distinct.ts';

/** As `compileConstraints`, interpreted: no code is generated. */
export function previewConstraints(leaves: readonly LeafConstraint[]): Validate {
  const { schemas, templates } = distinctConstraints(leaves);
  // The library keeps its formats in one table: ours replace those of the same name.
  for (const { name, test } of formats) knownFormats[name] = test;
  const validators = new Map<number, (value: JsonValue) => Failure[]>();
  return (template, value) => {
    const place = templates.get(template);
    const schema = place === undefined ? undefined : schemas[place];
    if (place === undefined || schema === undefined) return [{ code: 'unknown-field', params: {} }];
    let validator = validators.get(place);
    if (validator === undefined) {
      validator = interpreted(schema);
      validators.set(place, validator);
    }
    return toProblems(validator(value));
  };
}

function interpreted(schema: JsonObject): (value: JsonValue) => Failure[] {
  const short = new Validator(asSchema(schema), '2020-12', false);
  let long: Validator | undefined;
  return (value) => {
    let validator = short;
    if (isLong(value)) {
      long ??= new Validator(asSchema(withoutMatching(schema)), '2020-12', false);
      validator = long;
    }
    const failures = validator.validate(value).errors.flatMap((unit) => failureOf(schema, unit));
    return [...failures, ...ownFailures(schema, value)];
  };
}

/** The library's type of a schema has members of its own (`__absolute_uri__`), all optional. */
function asSchema(schema: JsonObject): Schema {
  return { ...schema };
}

/** Only says that something inside failed. */
const wrappers = new Set(['items', 'properties', 'false']);

function failureOf(schema: JsonObject, unit: OutputUnit): Failure[] {
  if (wrappers.has(unit.keyword)) return [];
  const limit = valueAt(schema, unit.keywordLocation);
  const params: Record<string, unknown> = {
    [unit.keyword === 'format' ? 'format' : unit.keyword === 'type' ? 'type' : 'limit']: limit,
  };
  return [
    {
      keyword: unit.keyword,
      instancePath: unit.instanceLocation.slice(1),
      schemaPath: unit.keywordLocation,
      params,
    },
  ];
}

/** What the library does not know: our own keywords. */
function ownFailures(schema: JsonObject, value: JsonValue, path = '', place = '#'): Failure[] {
  const failures: Failure[] = [];
  const { maxWords, maxBytes, accept, items, postalCode } = schema;
  const fail = (keyword: string, params: Failure['params']) =>
    failures.push({ keyword, instancePath: path, schemaPath: `${place}/${keyword}`, params });
  if (typeof value === 'string' && typeof maxWords === 'number') {
    const markdown = schema.contentMediaType === 'text/markdown';
    if (countWords(value, markdown) > maxWords) fail('maxWords', { limit: maxWords });
  }
  if (typeof value === 'string' && typeof postalCode === 'string') {
    const pattern = postalCodePattern(postalCode);
    if (pattern?.test(value) === false) fail('postalCode', { example: postalCodes.get(postalCode)?.example });
  }
  if (isObject(value) && typeof maxBytes === 'number') {
    const { size } = value;
    if (!(typeof size === 'number' && size <= maxBytes)) fail('maxBytes', { limit: maxBytes });
  }
  if (isObject(value) && Array.isArray(accept) && !isAccepted(value, accept.map(String))) {
    fail('accept', { accepted: acceptedText(accept) });
  }
  if (Array.isArray(value) && isObject(items)) {
    value.forEach((item: JsonValue, index) => {
      failures.push(...ownFailures(items, item, `${path}/${index}`, `${place}/items`));
    });
  }
  return failures;
}

function isLong(value: JsonValue): boolean {
  if (typeof value === 'string') return value.length > longestMatched;
  return Array.isArray(value) && value.some(isLong);
}

/** The same constraint with patterns that match nothing, for texts too long to be matched. */
function withoutMatching(schema: JsonObject): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === 'pattern') result[name] = '(?!)';
    else if (isObject(value)) result[name] = withoutMatching(value);
    else if (Array.isArray(value) && (name === 'anyOf' || name === 'oneOf')) {
      result[name] = value.map((item: JsonValue) => (isObject(item) ? withoutMatching(item) : item));
    } else result[name] = value;
  }
  return result;
}

function valueAt(schema: JsonObject, location: string): JsonValue | undefined {
  let value: JsonValue | undefined = schema;
  for (const token of location.split('/').slice(1)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else value = isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  }
  return value;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
