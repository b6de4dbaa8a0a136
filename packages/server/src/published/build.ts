import { createHash } from 'node:crypto';
import type { DefinitionProblem, FormSource, Library } from '@schalter/definition';
import { type Program, toJsonSchema } from '@schalter/engine';
import { precompile } from '@schalter/validators';
import type { builds } from '../database/schema.ts';
import { validatorRuntime } from './validator-runtime.ts';

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
  const validators = precompile(resolved.form.data, { runtime: (await validatorRuntime()).urlOf });
  const build: Build = {
    program: programText,
    programHash: shortHash(programText),
    validators,
    validatorsHash: shortHash(validators),
    data: JSON.stringify(resolved.form.data),
    schema: JSON.stringify(toJsonSchema(program, resolved.form.data).schema),
  };
  return { problems, program, build };
}

/** Enough for addresses that are cached for ever. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
