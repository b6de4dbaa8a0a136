import { join, resolve } from 'node:path';
import { type FormSource, type Library, type ResolvedForm, SchalterError } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { loadForms } from '@schalter/server/forms';
import { checkForm } from '@schalter/validators/check';
import { formsTargets } from './forms.ts';

/** One sound form with all that was made of it. */
export interface SoundForm {
  readonly id: string;
  /** Its folder on disk. */
  readonly folder: string;
  readonly source: FormSource;
  readonly library: Library;
  readonly resolved: ResolvedForm;
  readonly program: Program;
}

/**
 * Reads and checks the forms that paths name.
 * @throws SchalterError `form-broken` when a form has errors, `forms-folder-empty` when there is none
 */
export async function soundForms(paths: readonly string[], folder: string): Promise<SoundForm[]> {
  const found: SoundForm[] = [];
  for (const { root, forms: wanted } of formsTargets(paths, folder)) {
    const [only] = wanted?.length === 1 ? wanted : [];
    const loaded = await loadForms(root, only === undefined ? {} : { only });
    for (const [id, source] of loaded.forms) {
      const name = loaded.folders.get(id) ?? id;
      if (wanted && !wanted.includes(name)) continue;
      const { program, resolved, problems } = await checkForm(source, loaded.library, { cases: false });
      if (!program || !resolved) throw brokenForm(id, problems);
      found.push({ id, folder: join(root, name), source, library: loaded.library, resolved, program });
    }
  }
  if (found.length === 0) throw new SchalterError('forms-folder-empty', { path: paths.join(', ') });
  return found;
}

/** The one form that a path names. @throws SchalterError also `form-not-one` */
export async function soundForm(path: string, folder: string): Promise<SoundForm> {
  const [form, ...others] = await soundForms([path], folder);
  if (!form || others.length > 0) throw new SchalterError('form-not-one', { path: resolve(folder, path) });
  return form;
}

export function brokenForm(form: string, problems: readonly { readonly severity: string }[]): SchalterError {
  return new SchalterError('form-broken', {
    form,
    errors: problems.filter(({ severity }) => severity === 'error').length,
  });
}
