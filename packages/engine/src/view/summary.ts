import type { JsonValue } from '@schalter/definition';
import { wordsOf } from '../entry/words.ts';
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
import { entryTitle, stepTitle } from './titles.ts';
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
    sections.push({ step: summary.id, title: wordsOf(viewing.language()).rest, content: rest });
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

function contentOf(viewing: Viewing, pages: Pages, cell: DataCell, step: StepNode): SummaryContent[] {
  if (!cell.relevant()) return [];
  if (cell.kind === 'leaf') {
    if (cell.node.internal || !isAskedOn(cell.world, cell, step)) return [];
    return [rowOf(viewing, pages, cell)];
  }
  if (cell.kind === 'list') return isAskedOn(cell.world, cell, step) ? listContent(viewing, pages, cell) : [];
  const content = cell.node.members.flatMap((member) => {
    const inner = member.named ? undefined : cell.member(member.name);
    return inner ? contentOf(viewing, pages, inner, step) : [];
  });
  if (content.length === 0) return [];
  const title = lineOf(readingAt(viewing, cell), cell.node.texts.outputTitle ?? cell.node.texts.title);
  return title === '' ? content : [{ kind: 'group', at: cell.pointer(), title, content }];
}

function listContent(viewing: Viewing, pages: Pages, list: ListCell): SummaryContent[] {
  if (list.plain) return [plainRow(viewing, pages, list)];
  const entries = list.counting();
  if (entries.length === 0) return [plainRow(viewing, pages, list)];
  return entries.map((entry) => ({
    kind: 'group',
    at: entry.pointer(),
    title: entryTitle(viewing, entry),
    content: entryContent(viewing, pages, entry),
  }));
}

/** All that is relevant in an entry, whichever step asks it. */
export function entryContent(viewing: Viewing, pages: Pages, entry: EntryCell): SummaryContent[] {
  return entry.content?.kind === 'group' ? groupContent(viewing, pages, entry.content) : [];
}

function groupContent(viewing: Viewing, pages: Pages, group: GroupCell): SummaryContent[] {
  const content: SummaryContent[] = [];
  for (const cell of group.members.values()) {
    if (!cell.relevant()) continue;
    if (cell.kind === 'list') content.push(...listContent(viewing, pages, cell));
    else if (cell.kind === 'leaf') {
      if (!cell.node.internal) content.push(rowOf(viewing, pages, cell));
    } else {
      const inner = groupContent(viewing, pages, cell);
      const title = lineOf(readingAt(viewing, cell), cell.node.texts.outputTitle ?? cell.node.texts.title);
      if (title === '') content.push(...inner);
      else if (inner.length > 0) content.push({ kind: 'group', at: cell.pointer(), title, content: inner });
    }
  }
  return content;
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
      const row = plainRow(viewing, pages, cell);
      rows.push(cell.plain ? row : { ...row, lines: cell.counting().map((one) => entryTitle(viewing, one)) });
    } else if (!cell.node.internal) rows.push(rowOf(viewing, pages, cell));
  }
  return rows.filter(({ lines }) => lines.length > 0);
}

function rowOf(viewing: Viewing, pages: Pages, cell: LeafCell): SummaryRow {
  const reading = readingAt(viewing, cell);
  const short = lineOf(reading, cell.node.texts.outputTitle);
  const value: JsonValue = cell.answer();
  const change = cell.node.value ? undefined : changeOf(pages, cell);
  return {
    kind: 'row',
    at: cell.pointer(),
    label: short === '' ? labelOf(viewing, cell) : short,
    lines: valueLines(reading, cell.node, value),
    ...(change ? { change } : {}),
  };
}

/** A list of plain values, or one without entries, as one row. */
function plainRow(viewing: Viewing, pages: Pages, list: ListCell): SummaryRow {
  const reading = readingAt(viewing, list);
  const short = lineOf(reading, list.node.texts.outputTitle);
  const change = changeOf(pages, list);
  return {
    kind: 'row',
    at: list.pointer(),
    label: short === '' ? labelOf(viewing, list) : short,
    lines: list
      .counting()
      .flatMap(({ content }) => (content?.kind === 'leaf' ? valueLines(reading, content.node, content.answer()) : [])),
    ...(change ? { change } : {}),
  };
}

/** Where a change link leads: the page that asks. */
function changeOf(pages: Pages, cell: LeafCell | ListCell): SummaryRow['change'] {
  const page = pages.pageOf(cell);
  if (!page || !pages.exists(page)) return undefined;
  return { step: routeId(page), ...(page.edit ? { entry: page.edit.pointer() } : {}) };
}
