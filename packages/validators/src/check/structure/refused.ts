/**
 * Keywords of JSON Schema that the form language does without, since it has one way to say each thing: what to write
 * instead.
 */
export const refusedKeywords: Readonly<Record<string, string>> = {
  if: 'say when a field is asked with "when", when it is required with "requiredWhen"',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'say when a field is asked with "when", when it is required with "requiredWhen"',
  else: 'say when a field is asked with "when", when it is required with "requiredWhen"',
  allOf: 'join the parts with "$ref" and what stands beside it',
  oneOf: 'let a field decide, and give each of the groups a "when", or set "maxProperties": 1 around them',
  anyOf: 'let a field decide, and give each of the groups a "when"',
  not: 'say what must hold with "checks"',
  type: 'give one type; a field that may stay empty is simply not "required"',
  default: 'fill the field in advance with "prefill", or compute it with "value"',
  dependentRequired: 'write "requiredWhen" on the field that depends',
  dependentSchemas: 'write "when" and "requiredWhen" on the fields that depend',
  dependencies: 'write "when" and "requiredWhen" on the fields that depend',
  patternProperties: 'name every field under "properties", or make it a list of groups',
  additionalProperties: 'leave it out: no other fields than "properties" are ever taken',
  unevaluatedProperties: 'leave it out: no other fields than "properties" are ever taken',
  propertyNames: 'name every field under "properties"',
  prefixItems: 'make it a group with a field for each place',
  additionalItems: 'make it a group with a field for each place',
  unevaluatedItems: 'leave it out: "items" describes every entry',
  contains: 'say what must hold with "checks" and hunde.exists(h, …)',
  minContains: 'say what must hold with "checks"',
  maxContains: 'say what must hold with "checks"',
  definitions: 'write "$defs"',
  $anchor: 'refer to "#/$defs/<name>"',
  $dynamicRef: 'refer to "#/$defs/<name>"',
  $dynamicAnchor: 'refer to "#/$defs/<name>"',
  $recursiveRef: 'refer to "#/$defs/<name>"',
  $id: 'leave it out: references are "block:<id>" and "#/$defs/<name>"',
  enumNames: 'write the options as "oneOf" with "const" and "title"',
  examples: 'say it in "description"',
  readOnly: 'compute the field with "value", or set "changeable": false on what identity fills',
  writeOnly: 'leave it out',
  deprecated: 'leave it out, or note it under "review"',
  nullable: 'leave it out: a field that may stay empty is simply not "required"',
  contentEncoding: 'leave it out: files are "$ref": "block:file"',
};

/** Keywords whose refusal depends on where they stand, not on their name. */
export const refusedOnGroups = ['oneOf', 'anyOf', 'not'] as const;
