import { type JsonObject, type LeafConstraint, SchalterError } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import type { ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { createAjv } from '../ajv.ts';
import { toProblems } from '../runtime/failure.ts';
import { guardedPattern, type PatternMaker } from '../runtime/pattern.ts';
import { distinctConstraints } from './distinct.ts';

/**
 * One validator per distinct constraint, in memory (it generates code: not for pages with a strict CSP).
 * @throws SchalterError `constraint-unusable` when a constraint is no JSON Schema; checked forms have none such
 */
export function compileConstraints(
  leaves: readonly LeafConstraint[],
  patterns: PatternMaker = guardedPattern,
): Validate {
  const { schemas, keys, templates } = distinctConstraints(leaves);
  const validators = schemas.map((schema, index) => validatorOf(schema, keys[index] ?? '', patterns));
  return (template, value) => {
    const place = templates.get(template);
    const validator = place === undefined ? undefined : validators[place];
    if (validator === undefined) return [{ code: 'unknown-field', params: {} }];
    return validator(value) ? [] : toProblems(validator.errors);
  };
}

/** So many distinct constraints are kept for the next form; then all are dropped, AJV's own caches with them. */
const mostKept = 5_000;

interface Kept {
  readonly ajv: Ajv2020;
  readonly validators: Map<string, ValidateFunction>;
}

/** By what makes the patterns: a process has one, or two. */
const kept = new Map<PatternMaker, Kept>();

/** Forms share most of their constraints: each is compiled once for all of them, by one AJV that knows its meta-schema. */
function validatorOf(schema: JsonObject, key: string, patterns: PatternMaker): ValidateFunction {
  let found = kept.get(patterns);
  if (found === undefined || found.validators.size >= mostKept) {
    found = { ajv: leafAjv(createAjv({ patterns })), validators: new Map() };
    kept.set(patterns, found);
  }
  const { ajv, validators } = found;
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
