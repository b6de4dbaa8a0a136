import type { DefinitionProblem } from '@schalter/definition';
import { type FormFiles, type LoadedForms, loadForms } from '@schalter/server/forms';
import type { Severities } from '@schalter/validators/check';
import type { FormsTarget } from '../forms.ts';
import { ahead } from './ahead.ts';
import { createChecker } from './checker.ts';
import { type LocatedProblem, locator } from './located.ts';

/** What was found in one form, or (`form` is '') in the files that forms share. */
export interface CheckedForm {
  /** The form's id. */
  readonly form: string;
  readonly problems: readonly LocatedProblem[];
}

export interface CheckTargetOptions {
  /** What paths are shown relative to. */
  readonly folder: string;
  /** Severities of codes, by the folder of a form; '' for shared files. */
  readonly severities?: (folder: string) => Severities;
  /** Only these forms, by folder. */
  readonly only?: ReadonlySet<string>;
  /** Called at the beginning and after each form. */
  readonly progress?: (done: number, total: number) => void;
  /** What else is found out about a form, for example against an older version. */
  readonly also?: (form: LoadedForm) => readonly DefinitionProblem[];
  readonly files?: FormFiles;
  /** Texts that go before those on disk, by absolute path. */
  readonly textOf?: (path: string) => string | undefined;
}

/** A form of a loaded folder. */
export interface LoadedForm {
  readonly id: string;
  readonly loaded: LoadedForms;
}

/**
 * Checks the forms of a folder in their order, so that what is reported of one can go before the next is checked. Many
 * forms are checked by several threads.
 * @throws SchalterError `forms-folder-unreadable`
 */
export async function* checkTarget(target: FormsTarget, options: CheckTargetOptions): AsyncGenerator<CheckedForm> {
  const { folder, severities = () => ({}) } = options;
  for (const loaded of await loadTarget(target, options)) {
    const locate = locator(target.root, folder, loaded, options.textOf);
    // A form that cannot be read has no id: its problems stand with those of the shared files.
    const shared = loaded.problems.filter(({ file }) => concerns(file, target, options.only));
    if (shared.length > 0)
      yield { form: '', problems: await locate('', shared.map(lowered(severities(''))).filter(isKept)) };
    const forms = [...loaded.forms].filter(([id]) => isWanted(loaded.folders.get(id) ?? id, target, options.only));
    const severitiesOf = (id: string) => severities(loaded.folders.get(id) ?? id);
    const checker = createChecker(loaded.library, forms.length);
    try {
      let done = 0;
      options.progress?.(0, forms.length);
      const checked = ahead(forms, checker.atOnce, ([id, source]) => checker.check(source, severitiesOf(id)));
      for await (const [[id], problems] of checked) {
        const more = options.also?.({ id, loaded }) ?? [];
        const changed = more.map(lowered(severitiesOf(id))).filter(isKept);
        yield { form: id, problems: await locate(id, [...problems, ...changed]) };
        options.progress?.(++done, forms.length);
      }
    } finally {
      await checker.close();
    }
  }
}

/** All at once, or form by form where few of many are asked for. */
async function loadTarget({ root, forms }: FormsTarget, { files, only }: CheckTargetOptions): Promise<LoadedForms[]> {
  const wanted = forms ?? (only ? [...only] : undefined);
  const from = files ? { files } : {};
  if (wanted?.length !== 1) return [await loadForms(root, from)];
  return [await loadForms(root, { only: wanted[0] as string, ...from })];
}

function isWanted(folder: string, { forms }: FormsTarget, only: ReadonlySet<string> | undefined): boolean {
  return (forms?.includes(folder) ?? true) && (only?.has(folder) ?? true);
}

/** Files of forms that were not asked for are none of our business; shared ones always are. */
function concerns(file: string, target: FormsTarget, only: ReadonlySet<string> | undefined): boolean {
  const folder = file.split('/')[0] ?? '';
  return folder.startsWith('_') || isWanted(folder, target, only);
}

function lowered(severities: Severities) {
  return (problem: DefinitionProblem): DefinitionProblem | undefined => {
    const severity = severities[problem.code] ?? problem.severity;
    // A file that cannot be read stays an error: there is nothing to check.
    if (problem.severity === 'error' && /^(?:json|file|duplicate)-/.test(problem.code)) return problem;
    return severity === 'off' ? undefined : { ...problem, severity };
  };
}

function isKept(problem: DefinitionProblem | undefined): problem is DefinitionProblem {
  return problem !== undefined;
}
