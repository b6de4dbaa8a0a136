import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DefinitionProblem } from '@schalter/definition';
import type { LoadedForms } from '@schalter/server/forms';
import { shownPath } from '../forms.ts';
import { locate, type Range, within } from '../source/locate.ts';

/** A problem with the file it stands in and where in its text. */
export interface LocatedProblem extends DefinitionProblem {
  /** Path of the file, relative to where the command runs. */
  readonly path: string;
  /** Absent where the file cannot be read, or is not there at all. */
  readonly range?: Range;
}

/**
 * Finds the places of a form's problems in the texts of its files. A file is read again for it: sound forms, which are
 * most, then cost nothing.
 * @param root the folder of forms
 * @param folder what paths are shown relative to
 * @param textOf texts that go before those on disk, by absolute path
 */
export function locator(
  root: string,
  folder: string,
  loaded: Pick<LoadedForms, 'folders' | 'shared'>,
  textOf: (path: string) => string | undefined = () => undefined,
) {
  return async (form: string, problems: readonly DefinitionProblem[]): Promise<LocatedProblem[]> => {
    const files = Map.groupBy(problems, ({ file }) => pathIn(loaded, form, file));
    const located = new Map<DefinitionProblem, LocatedProblem>();
    for (const [file, found] of files) {
      const path = shownPath(folder, join(root, file));
      const text = textOf(join(root, file)) ?? (await readText(join(root, file)));
      const places = text === undefined ? undefined : locate(text, new Set(found.map(({ at }) => at)));
      for (const problem of found) {
        const range = text === undefined ? undefined : rangeOf(problem, text, places?.get(problem.at));
        located.set(problem, { ...problem, path, ...(range ? { range } : {}) });
      }
    }
    // In the order of the checker.
    return problems.map((problem) => located.get(problem)).filter((problem) => problem !== undefined);
  };
}

/** Path below the root of a file as problems name it. */
function pathIn(loaded: Pick<LoadedForms, 'folders' | 'shared'>, form: string, file: string): string {
  const shared = loaded.shared.get(file);
  if (shared !== undefined) return shared;
  return form === '' ? file : `${loaded.folders.get(form) ?? form}/${file}`;
}

/** Expressions and texts that are no JSON know a closer place than their pointer. */
function rangeOf({ params }: DefinitionProblem, text: string, range: Range | undefined): Range | undefined {
  const { line, column, start, end } = params;
  if (typeof line === 'number' && typeof column === 'number') return pointAt(text, line, column);
  const isText = range && text[range.start.offset] === '"';
  return isText && typeof start === 'number' && typeof end === 'number' ? within(text, range, start, end) : range;
}

function pointAt(text: string, line: number, column: number): Range {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
  const start = { line, column, offset: offset + column - 1 };
  return { start, end: { ...start, column: column + 1, offset: start.offset + 1 } };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch {
    return undefined;
  }
}
