import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonValue, parsePointer } from '@schalter/definition';
import { fixOf, type JsonEdit } from '@schalter/validators/check';
import { applyEdits, modify } from 'jsonc-parser';
import type { LocatedProblem } from './located.ts';

/**
 * Repairs what can be repaired without a decision, in the files themselves; all else in them stays as it is written.
 * @param folder what the problems' paths are relative to
 * @returns how many problems were repaired
 */
export async function fixProblems(problems: readonly LocatedProblem[], folder: string): Promise<number> {
  let repaired = 0;
  for (const [path, found] of Map.groupBy(problems, (problem) => problem.path)) {
    const file = join(folder, path);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before === undefined) continue;
    const { text, count } = repair(before, found);
    if (count > 0) await writeFile(file, text);
    repaired += count;
  }
  return repaired;
}

function repair(before: string, problems: readonly LocatedProblem[]): { text: string; count: number } {
  const marked = problems.some(({ code }) => code === 'byte-order-mark') && before.startsWith('\uFEFF');
  let text = marked ? before.slice(1) : before;
  let count = marked ? 1 : 0;
  let content: JsonValue;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { text, count };
  }
  const edits = problems.map((problem) => fixOf(problem, content)).filter((edit) => edit !== undefined);
  for (const edit of inSafeOrder(edits)) {
    text = apply(text, edit);
    count += 1;
  }
  return { text, count };
}

/** Entries are removed from the end of a list, so that the places of the others stay right; each place once. */
function inSafeOrder(edits: readonly JsonEdit[]): JsonEdit[] {
  const places = new Map(edits.map((edit) => [edit.at, edit]));
  return [...places.values()].sort((left, right) => right.at.localeCompare(left.at, 'en', { numeric: true }));
}

function apply(text: string, edit: JsonEdit): string {
  const path = (parsePointer(edit.at) ?? []).map((name) => (/^(?:0|[1-9]\d*)$/.test(name) ? Number(name) : name));
  const value = 'remove' in edit ? undefined : edit.value;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}
