import { type JsonObject, type LeafConstraint, SchalterError } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import type { ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { createAjv } from '../ajv.ts';
import { toProblems } from '../runtime/failure.ts';
import { distinctConstraints } from './distinct.ts';

/**
 * One validator per distinct constraint, in memory (it generates code: not for pages with a strict CSP).
 * @throws SchalterError `constraint-unusable` when a constraint is no JSON Schema; checked forms have none such
 */
export function compileConstraints(leaves: readonly LeafConstraint[]): Validate {
  const { schemas, keys, templates } = distinctConstraints(leaves);
  const validators = schemas.map((schema, index) => validatorOf(schema, keys[index] ?? ''));
  return (template, value) => {
    const place = templates.get(template);
    const validator = place === undefined ? undefined : validators[place];
    if (validator === undefined) return [{ code: 'unknown-field', params: {} }];
    return validator(value) ? [] : toProblems(validator.errors);
  };
}

/** So many distinct constraints are kept for the next form; then all are dropped, AJV's own caches with them. */
const mostKept = 5_000;

let kept: { readonly ajv: Ajv2020; readonly validators: Map<string, ValidateFunction> } | undefined;

/** Forms share most of their constraints: each is compiled once for all of them, by one AJV that knows its meta-schema. */
function validatorOf(schema: JsonObject, key: string): ValidateFunction {
  if (kept === undefined || kept.validators.size >= mostKept) {
    kept = { ajv: leafAjv(createAjv()), validators: new Map() };
  }
  const { ajv, validators } = kept;
  const known = validators.get(key);
  if (known) return known;
  const made = guarded(() => ajv.compile(schema));
  validators.set(key, made);
  return made;
}

/** Leaf constraints refer to nothing and evaluate no members: AJV need not keep account of these. */
export function leafAjv(ajv: Ajv2020): Ajv2020 {
  ajv.opts.unevaluated = false;
  ajv.opts.dynamicRef = false;
  return ajv;
}

/** Runs AJV's compiler; what it throws becomes an error of ours. */
export function guarded<T>(compile: () => T): T {
  try {
    return compile();
  } catch (cause) {
    throw new SchalterError(
      'constraint-unusable',
      { detail: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  }
}
