import type { JsonObject, JsonValue } from '@schalter/definition';
import { withStore } from '../evaluate/evaluate-form.ts';
import type { Program } from '../program.ts';
import type { DataCell } from '../run/group.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { Store } from '../run/store.ts';
import { valueLines } from '../view/lines.ts';
import { entryTitle } from '../view/titles.ts';
import { labelOf, readingAt, type Viewing } from '../view/viewing.ts';
import type { MigrationCode, MigrationEntry } from './report.ts';

/** One older answer and what became of it, as people read it. */
export interface ToldAnswer {
  readonly code: MigrationCode;
  readonly lost: boolean;
  /** What the older version called it, with the entry it stood in: "Waldi: Rasse". */
  readonly label: string;
  readonly lines: readonly string[];
  /** Where it stands in the new version. */
  readonly to?: string;
}

/**
 * A report in the words of the older version, a group or list answer by answer. Answers that did not count there
 * (irrelevant, internal, computed) are left out: nobody would miss them.
 * @param older the version the draft was one of
 * @param answers the draft's answers then
 */
export function tellReport(
  older: Program,
  answers: JsonObject,
  report: readonly MigrationEntry[],
  options: { readonly language: string; readonly today: string },
): ToldAnswer[] {
  return withStore(older, answers, { ...options, validate: () => [] }, (store) => {
    const viewing: Viewing = { store, flow: undefined, language: () => options.language, translate: () => '' };
    return report.flatMap(({ code, lost, at, value, to }): ToldAnswer[] => {
      const told = at === undefined ? [] : answersAt(viewing, store, at, value);
      return told.map((one) => ({ code, lost, ...one, ...(to === undefined ? {} : { to }) }));
    });
  });
}

type Answer = Pick<ToldAnswer, 'label' | 'lines'>;

function answersAt(viewing: Viewing, store: Store, at: string, value: JsonValue): Answer[] {
  const cell = store.find(at);
  if (cell) return [...leavesIn(cell)].flatMap((leaf) => answer(viewing, leaf, leaf.answer()));
  // One of several chosen options, or a fact about a file.
  const around = store.find(at.slice(0, at.lastIndexOf('/')));
  if (around?.kind !== 'leaf') return [];
  return answer(viewing, around, around.node.type === 'array' ? value : around.answer());
}

function answer(viewing: Viewing, cell: LeafCell, value: JsonValue): Answer[] {
  const counts = cell.relevant() && !cell.node.internal && !cell.node.value;
  const lines = counts ? valueLines(readingAt(viewing, cell), cell.node, value) : [];
  if (lines.length === 0) return [];
  const { entry } = cell.group;
  const label = labelOf(viewing, cell);
  return [{ label: entry ? `${entryTitle(viewing, entry)}: ${label}` : label, lines }];
}

function* leavesIn(cell: DataCell): Generator<LeafCell> {
  if (cell.kind === 'leaf') yield cell;
  else if (cell.kind === 'group') for (const member of cell.members.values()) yield* leavesIn(member);
  else for (const { content } of cell.entries()) if (content) yield* leavesIn(content);
}
