import type { LeafConstraint } from '@schalter/definition';
import standalone from 'ajv/dist/standalone/index.js';
import { createAjv } from '../ajv.ts';
import { guarded, leafAjv } from './compile.ts';
import { distinctConstraints } from './distinct.ts';
import { helperNamed } from './helpers.ts';
import { type ShortScript, shorten } from './shorten.ts';

/** Validators as script, and which of them is whose. */
export interface ConstraintScript extends ShortScript {
  /** Template of an answer → the function that checks it. */
  readonly checks: ReadonlyMap<string, string>;
}

/**
 * The constraints as script that finds the same as `compileConstraints` in memory: one function per distinct constraint,
 * giving ranked problems for `settle`. It uses helpers that stand before it, in whatever way. The same constraints give the
 * same bytes.
 * @throws SchalterError `constraint-unusable` when a constraint is no JSON Schema
 */
export function constraintScript(leaves: readonly LeafConstraint[]): ConstraintScript {
  const { schemas, templates } = distinctConstraints(leaves);
  const ajv = leafAjv(createAjv({ source: true }));
  const names: Record<string, string> = {};
  schemas.forEach((schema, index) => {
    const name = `check${index}`;
    names[name] = name;
    guarded(() => ajv.addSchema(schema, name));
  });
  const { code, helpers } = shorten(guarded(() => standalone.default(ajv, names)));
  const checks = new Map([...templates].map(([template, place]) => [template, `check${place}`]));
  return { code, helpers: [...helpers, helperNamed('settle')], checks };
}
