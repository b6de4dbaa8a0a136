import { type LeafConstraint, SchalterError } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { createAjv } from '../ajv.ts';
import { toProblems } from '../runtime/failure.ts';
import { distinctConstraints } from './distinct.ts';

/**
 * One validator per distinct constraint, in memory (it generates code: not for pages with a strict CSP).
 * @throws SchalterError `constraint-unusable` when a constraint is no JSON Schema; checked forms have none such
 */
export function compileConstraints(leaves: readonly LeafConstraint[]): Validate {
  const { schemas, templates } = distinctConstraints(leaves);
  const ajv = leafAjv(createAjv());
  const validators = schemas.map((schema) => guarded(() => ajv.compile(schema)));
  return (template, value) => {
    const place = templates.get(template);
    const validator = place === undefined ? undefined : validators[place];
    if (validator === undefined) return [{ code: 'unknown-field', params: {} }];
    return validator(value) ? [] : toProblems(validator.errors);
  };
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
