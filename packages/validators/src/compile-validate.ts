import { type FieldSchema, leafConstraints } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { compileConstraints } from './constraints/compile.ts';
import { constraintModule, type RuntimeSpecifier } from './constraints/module.ts';
import type { PatternMaker } from './runtime/pattern.ts';

export interface CompileValidateOptions {
  /** Makes the patterns. Servers hand in one that interrupts what takes too long; one per process, since it is kept. */
  readonly patterns?: PatternMaker;
}

/**
 * The validators of a form's answers, in memory: for servers and checks. It generates code, so pages under a strict CSP
 * take what `precompile` made, or `createPreviewValidate`.
 * @param data `data` of a resolved form
 * @throws SchalterError `constraint-unusable` for a form that was not checked
 */
export function compileValidate(data: FieldSchema, options: CompileValidateOptions = {}): Validate {
  return compileConstraints(leafConstraints(data), options.patterns);
}

export interface PrecompileOptions {
  /**
   * Specifier or URL of a module that exports what `@schalter/validators/runtime` exports; or a function from a module of
   * the package (`formats/iban`, `runtime/failure`) to its specifier, so that pages load only the formats they use.
   */
  readonly runtime: RuntimeSpecifier;
}

/**
 * The validators of a form's answers as the text of an ES module that exports `validate(template, value)`. It runs under
 * `script-src 'self'`, imports from `options.runtime` only, and is the same, byte by byte, for the same constraints.
 * @param data `data` of a resolved form
 * @throws SchalterError `constraint-unusable` for a form that was not checked
 */
export function precompile(data: FieldSchema, options: PrecompileOptions): string {
  return constraintModule(leafConstraints(data), options);
}
