import { type FieldSchema, leafConstraints } from '@schalter/definition';
import type { Validate } from '@schalter/engine';
import { compileConstraints } from './constraints/compile.ts';
import type { PatternMaker } from './runtime/pattern.ts';

export interface CompileValidateOptions {
  /** Makes the patterns. Servers hand in one that interrupts what takes too long; one per process, since it is kept. */
  readonly patterns?: PatternMaker;
}

/**
 * The validators of a form's answers, in memory: for servers and checks. It generates code, so pages under a strict CSP
 * take a bundle (`./bundle`), or `createPreviewValidate`.
 * @param data `data` of a resolved form
 * @throws SchalterError `constraint-unusable` for a form that was not checked
 */
export function compileValidate(data: FieldSchema, options: CompileValidateOptions = {}): Validate {
  return compileConstraints(leafConstraints(data), options.patterns);
}
