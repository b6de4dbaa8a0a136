import { basename } from 'node:path';
import {
  compareVersions,
  type DefinitionProblem,
  type ErrorCode,
  type ErrorParams,
  errorMessage,
  originOf,
  type ResolvedForm,
  resolveForm,
  withBuiltIns,
} from '@schalter/definition';
import { type LoadedForms, loadForms } from '@schalter/server/forms';
import { filesOf } from '@schalter/validators/check';
import { changeSentence, compareForms, type FormChange, levelOf, nextVersion } from '@schalter/validators/compare';
import type { LoadedForm } from './check-target.ts';
import { pastFolder } from './git.ts';

/** What has changed in a folder of forms since a commit. */
export interface Since {
  /** Folders of forms that differ, by their own files or by blocks and lists they use. */
  readonly folders: ReadonlySet<string>;
  /** What an older version has against a form: its number, and whom the change breaks. */
  compare(form: LoadedForm): readonly DefinitionProblem[];
}

/**
 * @throws SchalterError `git-failed`
 */
export async function changesSince(root: string, ref: string): Promise<Since> {
  const { changed, files } = pastFolder(root, ref);
  // A folder that did not exist then has nothing to compare with.
  const before = await loadForms(root, { files }).catch(() => undefined);
  const folders = new Set(changed.map((path) => path.split('/')[0] ?? '').filter((name) => !/^[._]/.test(name)));
  const shared = changed.filter((path) => path.startsWith('_')).map((path) => basename(path, '.json'));
  if (shared.length > 0) {
    const now = await loadForms(root);
    for (const [id, source] of now.forms) {
      const used = filesOf(source, now.library).map(({ file }) => basename(now.shared.get(file) ?? '', '.json'));
      if (used.some((name) => shared.includes(name))) folders.add(now.folders.get(id) ?? id);
    }
  }
  return { folders, compare: (form) => (before ? compareWith(before, form, ref) : []) };
}

function compareWith(before: LoadedForms, { id, loaded }: LoadedForm, ref: string): DefinitionProblem[] {
  const old = resolved(before, id);
  const now = resolved(loaded, id);
  if (!old || !now) return [];
  const changes = compareForms(old, now);
  // Translations and wording of options are published too.
  const level = levelOf(changes) ?? (publishedText(before, id) === publishedText(loaded, id) ? undefined : 'patch');
  if (level === undefined) return [];
  const breaking = changes.filter(({ breaks }) => breaks.length > 0);
  return [
    ...versionProblems(old, now, level, breaking, ref),
    ...breaking.map((change) => breakingProblem(change, now, ref)),
  ];
}

function resolved({ forms, library }: LoadedForms, id: string): ResolvedForm | undefined {
  const source = forms.get(id);
  return source && resolveForm(source.form, withBuiltIns(library)).resolved;
}

/** All that is published of a form, as one text. */
function publishedText({ forms, library }: LoadedForms, id: string): string {
  const source = forms.get(id);
  if (!source) return '';
  return JSON.stringify(filesOf({ ...source, cases: {} }, library).map(({ file, content }) => [file, content]));
}

function versionProblems(
  old: ResolvedForm,
  now: ResolvedForm,
  level: NonNullable<ReturnType<typeof levelOf>>,
  breaking: readonly FormChange[],
  ref: string,
): DefinitionProblem[] {
  const [before, version] = [String(old.form.version), String(now.form.version)];
  const wanted = nextVersion(before, level);
  if (wanted === undefined) return [];
  const params = { ref, version, before, wanted, what: brokenBy(breaking) || 'what was published' };
  const report = (code: ErrorCode) => [problem(code, 'form.json', '/version', params)];
  if (before === version) return report('version-not-raised');
  if (compareVersions(version, before) <= 0) return report('version-lowered');
  return compareVersions(version, wanted) < 0 && breaking.length > 0 ? report('version-raised-too-little') : [];
}

function breakingProblem(change: FormChange, now: ResolvedForm, ref: string): DefinitionProblem {
  const { file, at } = change.side === 'after' ? originOf(now, change.at) : { file: 'form.json', at: change.at };
  const params = { ref, change: changeSentence(change), what: brokenBy([change]) };
  return { ...problem('breaking-change', file, at, params), severity: 'warning' };
}

/** `receivers`, `drafts`, `receivers and drafts`. */
function brokenBy(changes: readonly FormChange[]): string {
  return [...new Set(changes.flatMap(({ breaks }) => breaks))].sort().reverse().join(' and ');
}

function problem(code: ErrorCode, file: string, at: string, params: ErrorParams): DefinitionProblem {
  return { code, severity: 'error', file, at, params, message: errorMessage(code, params) };
}
