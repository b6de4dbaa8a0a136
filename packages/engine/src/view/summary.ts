import { routeId } from '../flow/page.ts';
import type { Pages } from '../flow/pages.ts';
import { isAskedOn } from '../flow/walk.ts';
import type { StepNode } from '../program.ts';
import type { EntryCell } from '../run/entry.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { ListCell } from '../run/list.ts';
import { instances } from '../run/warm.ts';
import type { Summary, SummaryContent, SummaryRow, SummarySection } from '../view.ts';
import { valueLines } from './lines.ts';
import { lineOf } from './text.ts';
import { entryTitle, headingsOf, stepTitle } from './titles.ts';
import { labelOf, readingAt, type Viewing } from './viewing.ts';

/**
 * All relevant answers on the route, a section per step. The leaves of an entry stand together once, where its list is
 * asked, whatever step asks them.
 */
export function summaryOf(viewing: Viewing, pages: Pages): Summary {
  const { root } = viewing.store;
  const onRoute = new Set(pages.route().map(({ step }) => step.id));
  const sections: SummarySection[] = [];
  for (const step of viewing.store.program.steps) {
    if (step.kind !== 'page' || step.forEach !== undefined || !onRoute.has(step.id)) continue;
    const content = step.content.flatMap((pointer) => {
      if (typeof pointer !== 'string') return [];
      const [cell] = instances(root, pointer.slice(1).split('/'), 0);
      return cell ? contentOf(viewing, pages, cell, step) : [];
    });
    if (content.length > 0) sections.push({ step: step.id, title: stepTitle(viewing, step, root), content });
  }
  const rest = unplacedRows(viewing, pages, root);
  const summary = viewing.store.program.steps.find(({ kind }) => kind === 'summary');
  if (rest.length > 0 && summary) {
    sections.push({ step: summary.id, title: headingsOf(viewing).rest, content: rest });
  }
  return { sections };
}

/** What counts but stands on no step: computed and prefilled answers. */
function unplacedRows(viewing: Viewing, pages: Pages, group: GroupCell): SummaryRow[] {
  const rows: SummaryRow[] = [];
  for (const cell of group.members.values()) {
    if (cell.kind === 'group') rows.push(...unplacedRows(viewing, pages, cell));
    else if (cell.kind === 'leaf' && cell.node.steps.length === 0 && !cell.node.internal && cell.answer() !== null) {
      rows.push(rowOf(viewing, pages, cell));
    }
  }
  return rows;
}

/**
 * What a cell has in the summary.
 * @param step of what stands there; left out in entries, where all stands together
 */
function contentOf(viewing: Viewing, pages: Pages, cell: DataCell, step?: StepNode): SummaryContent[] {
  if (!cell.relevant()) return [];
  if (cell.kind === 'group') {
    const content = membersOf(viewing, pages, cell, step);
    const title = lineOf(readingAt(viewing, cell), cell.node.texts.outputTitle ?? cell.node.texts.title);
    return title === '' || content.length === 0 ? content : [{ kind: 'group', at: cell.pointer(), title, content }];
  }
  if (step && !isAskedOn(cell.world, cell, step)) return [];
  if (cell.kind === 'list') return listContent(viewing, pages, cell);
  return cell.node.internal ? [] : [rowOf(viewing, pages, cell)];
}

function membersOf(viewing: Viewing, pages: Pages, group: GroupCell, step?: StepNode): SummaryContent[] {
  const members = [...group.members.values()].filter(({ node }) => !(step && node.named));
  return members.flatMap((member) => contentOf(viewing, pages, member, step));
}

function listContent(viewing: Viewing, pages: Pages, list: ListCell): SummaryContent[] {
  if (list.plain) return [rowOf(viewing, pages, list)];
  const entries = list.counting();
  if (entries.length === 0) return [rowOf(viewing, pages, list)];
  return entries.map((entry) => ({
    kind: 'group',
    at: entry.pointer(),
    title: entryTitle(viewing, entry),
    content: entryContent(viewing, pages, entry),
  }));
}

/** All that is relevant in an entry, whichever step asks it. */
export function entryContent(viewing: Viewing, pages: Pages, entry: EntryCell): SummaryContent[] {
  return entry.content?.kind === 'group' ? membersOf(viewing, pages, entry.content) : [];
}

/**
 * The answered rows of an entry, its inner groups' among them, without their headings: a card has no room for more. Of a
 * list in the entry only what its entries are called.
 */
export function entryRows(viewing: Viewing, pages: Pages, entry: EntryCell): SummaryRow[] {
  return entry.content?.kind === 'group' ? cardRows(viewing, pages, entry.content) : [];
}

function cardRows(viewing: Viewing, pages: Pages, group: GroupCell): SummaryRow[] {
  const rows: SummaryRow[] = [];
  for (const cell of group.members.values()) {
    if (!cell.relevant()) continue;
    if (cell.kind === 'group') rows.push(...cardRows(viewing, pages, cell));
    else if (cell.kind === 'list') {
      const row = rowOf(viewing, pages, cell);
      rows.push(cell.plain ? row : { ...row, lines: cell.counting().map((one) => entryTitle(viewing, one)) });
    } else if (!cell.node.internal) rows.push(rowOf(viewing, pages, cell));
  }
  return rows.filter(({ lines }) => lines.length > 0);
}

/** A leaf, a list of plain values, or one without entries as one row. */
function rowOf(viewing: Viewing, pages: Pages, cell: LeafCell | ListCell): SummaryRow {
  const reading = readingAt(viewing, cell);
  const short = lineOf(reading, cell.node.texts.outputTitle);
  const values = cell.kind === 'leaf' ? [cell] : cell.counting().map(({ content }) => content);
  const change = cell.kind === 'leaf' && cell.node.value ? undefined : changeOf(pages, cell);
  return {
    kind: 'row',
    at: cell.pointer(),
    label: short === '' ? labelOf(viewing, cell) : short,
    lines: values.flatMap((leaf) => (leaf?.kind === 'leaf' ? valueLines(reading, leaf.node, leaf.answer()) : [])),
    ...(change ? { change } : {}),
  };
}

/** Where a change link leads: the page that asks. */
function changeOf(pages: Pages, cell: LeafCell | ListCell): SummaryRow['change'] {
  const page = pages.pageOf(cell);
  if (!page || !pages.exists(page)) return undefined;
  return { step: routeId(page), ...(page.edit ? { entry: page.edit.pointer() } : {}) };
}
