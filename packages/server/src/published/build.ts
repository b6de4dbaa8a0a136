import { createHash } from 'node:crypto';
import type { DefinitionProblem, FieldSchema, FormSource, Library } from '@schalter/definition';
import { type Program, toJsonSchema } from '@schalter/engine';
import { bundleForm } from '@schalter/validators/bundle';
import type { builds } from '../database/schema.ts';

/** What a version is compiled to, as stored. */
export type Build = Omit<typeof builds.$inferSelect, 'id' | 'version' | 'compiler'>;

export interface BuildResult {
  readonly problems: readonly DefinitionProblem[];
  readonly program?: Program;
  readonly build?: Build;
}

/** Checks and compiles a form; `build` is there when the checker found no error. */
export async function buildForm(source: FormSource, library: Library): Promise<BuildResult> {
  // Loaded when something is to be compiled: a warm start compiles nothing.
  const { checkForm } = await import('@schalter/validators/check');
  const { problems, program, resolved } = await checkForm(source, library);
  const broken = problems.some(({ severity }) => severity === 'error');
  if (broken || !program || !resolved) return { problems, ...(program === undefined ? {} : { program }) };
  const programText = JSON.stringify(program);
  const build: Build = {
    program: programText,
    programHash: shortHash(programText),
    ...(await moduleOf(program, resolved.form.data)),
    data: JSON.stringify(resolved.form.data),
    schema: JSON.stringify(toJsonSchema(program, resolved.form.data).schema),
  };
  return { problems, program, build };
}

/** A compiled form as one module for pages, made by the same code as `schalter bundle` makes it. */
export async function moduleOf(program: Program, data: FieldSchema): Promise<Pick<Build, 'module' | 'moduleHash'>> {
  const { text, hash } = await bundleForm(program, data);
  return { module: text, moduleHash: hash };
}

/** Enough for addresses that are cached for ever. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
