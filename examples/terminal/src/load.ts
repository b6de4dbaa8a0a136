import { basename, dirname, resolve } from 'node:path';
import { collectLocale, type DefinitionProblem, resolveForm, withBuiltIns } from '@schalter/definition';
import { type Program, usePhoneNumbers, type Validate } from '@schalter/engine';
import { compileForm } from '@schalter/engine/compile';
import { createPhoneNumbers } from '@schalter/engine/phone';
import { loadForms } from '@schalter/server/forms';
import { compileValidate } from '@schalter/validators';

export interface LoadedForm {
  readonly program: Program;
  readonly validate: Validate;
}

/**
 * Reads and compiles the form in a folder, with the blocks and lists beside it. It does not check everything: that is
 * what `schalter check` is for.
 * @returns the form, or what is wrong with it
 * @throws SchalterError `forms-folder-unreadable`
 */
export async function loadForm(
  path: string,
): Promise<LoadedForm | { readonly problems: readonly DefinitionProblem[] }> {
  const folder = basename(path) === 'form.json' ? dirname(resolve(path)) : resolve(path);
  const loaded = await loadForms(dirname(folder), { only: basename(folder) });
  const [source] = loaded.forms.values();
  if (!source) return { problems: loaded.problems };
  const library = withBuiltIns(loaded.library);
  const { resolved, problems } = resolveForm(source.form, library);
  if (!resolved) return { problems };
  const locales = Object.fromEntries(
    Object.keys(source.locales).map((language) => [
      language,
      collectLocale(language, source.locales, library, resolved),
    ]),
  );
  const compiled = compileForm(resolved, { locales, problemTexts: {} });
  const errors = [...loaded.problems, ...problems, ...compiled.problems].filter(({ severity }) => severity === 'error');
  const { program } = compiled;
  if (!program || errors.length > 0) return { problems: errors };
  if (program.leaves.some(({ format }) => format === 'phone')) usePhoneNumbers(createPhoneNumbers());
  return { program, validate: compileValidate(resolved.form.data) };
}
