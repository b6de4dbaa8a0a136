import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Problem } from '@schalter/engine';
import type { ErrorObject } from 'ajv';
import { createAjv } from '../ajv.ts';
import { toProblem } from '../runtime/failure.ts';
import { guarded } from './compile.ts';

/**
 * Validates whole documents against a whole JSON Schema (2020-12), such as `toJsonSchema` makes of a form.
 * @returns a function from a document to its problems, `at` being JSON Pointers into it; empty when it is valid
 * @throws SchalterError `constraint-unusable` when the schema is no JSON Schema
 */
export function compileDocument(schema: JsonObject): (document: JsonValue) => Problem[] {
  const validator = guarded(() => createAjv().compile(schema));
  return (document) => (validator(document) ? [] : documentProblems(validator.errors ?? []));
}

/** What only says that something inside failed; that is reported itself. */
const wrappers = new Set(['if', 'propertyNames']);
/** What failed in one branch is no problem by itself: the keyword around the branches is reported. */
const branches = /\/(?:anyOf|oneOf|not|contains)\/./u;

function documentProblems(errors: readonly ErrorObject[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    if (wrappers.has(error.keyword) || branches.test(error.schemaPath)) continue;
    const problem = documentProblem(error);
    const key = `${problem.code} ${problem.at}`;
    if (!problems.has(key)) problems.set(key, problem);
  }
  const all = [...problems.values()];
  // As of a single answer: a value of the wrong type has only that problem.
  const mistyped = new Set(all.filter(({ code }) => code === 'type').map(({ at }) => at));
  return all.filter(({ at, code }) => code === 'type' || !mistyped.has(at));
}

function documentProblem(error: ErrorObject): Problem {
  const at = error.instancePath;
  const { missingProperty, additionalProperty, unevaluatedProperty } = error.params;
  if (typeof missingProperty === 'string') return { at: child(at, missingProperty), code: 'required', params: {} };
  const unknown: unknown = additionalProperty ?? unevaluatedProperty;
  if (typeof unknown === 'string') return { at: child(at, unknown), code: 'unknown-field', params: {} };
  if (error.keyword === 'false schema') return { at, code: 'irrelevant', params: {} };
  // Options: oneOf with constants.
  if (error.keyword === 'oneOf') return { at, code: 'enum', params: {} };
  return { at, ...toProblem(error) };
}

function child(pointer: string, name: string): string {
  return `${pointer}/${name.replace(/~/gu, '~0').replace(/\//gu, '~1')}`;
}
