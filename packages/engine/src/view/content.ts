import { asksAnother, type Flow } from '../flow/flow.ts';
import type { Page } from '../flow/page.ts';
import { hasOwnPage } from '../flow/pages.ts';
import { cellAt, isAskedOn, membersHere } from '../flow/walk.ts';
import type { TextNode } from '../program.ts';
import { buildEntry } from '../run/build.ts';
import { concatenated } from '../run/concatenated.ts';
import type { EntryCell } from '../run/entry.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { ListCell } from '../run/list.ts';
import { remembered } from '../run/remembered.ts';
import { computed, type Read } from '../run/signals.ts';
import { offeredRows } from '../run/store.ts';
import type { ContentView, EntryView, FieldView, GroupView, ListView, ProblemView, TextView } from '../view.ts';
import { fieldView } from './field.ts';
import { entryRows } from './summary.ts';
import { hintsOf, lineOf, type Reading, treeOf } from './text.ts';
import { entryTitle } from './titles.ts';
import { labelOf, perCell, problemView, readingAt, readPerCell, type Viewing } from './viewing.ts';

/** Makes the content of pages; what has not changed stays the same object. */
export function createContent(viewing: Viewing, flow: Flow): (page: Page) => readonly ContentView[] {
  const { root } = viewing.store;
  const shown = (page: Page) => flow.left().has(page);
  const field = perCell<LeafCell, FieldView>((cell, page) => fieldView(viewing, cell, shown(page)));
  const group = perCell<GroupCell, GroupView | undefined>((cell, page) => groupOf(cell, page));
  const list = perCell<ListCell, ListView>((cell, page) => listView(cell, page));
  const entry = perCell<EntryCell, EntryView>((cell, page) => entryView(cell, page));

  function contentOf(cell: DataCell, page: Page): readonly ContentView[] {
    if (!cell.relevant()) return [];
    if (cell.kind === 'group') {
      const view = group(cell, page);
      return view ? [view] : [];
    }
    if (!isAskedOn(cell.world, cell, page.step)) return [];
    return [cell.kind === 'leaf' ? field(cell, page) : list(cell, page)];
  }

  const membersOf = readPerCell<GroupCell, readonly ContentView[]>((cell, page) =>
    concatenated(
      membersHere(cell).map((node): Read<readonly ContentView[]> => {
        if (node.kind === 'text') return textPart(cell, node);
        const member = cell.member(node.name);
        return member ? () => contentOf(member, page) : () => [];
      }),
    ),
  );

  /** A text that is shown or not; the same object while it says the same. */
  function textPart(place: GroupCell, node: TextNode): Read<readonly ContentView[]> {
    return computed(() =>
      place.shows(node)
        ? [
            textView(
              { program: viewing.store.program, language: viewing.language(), environment: () => place.environment() },
              node,
            ),
          ]
        : [],
    );
  }

  function groupOf(cell: GroupCell, page: Page): GroupView | undefined {
    const content = membersOf(cell, page);
    const problems = problemsOf(cell, page);
    if (content.length === 0 && problems.length === 0) return undefined;
    const reading = readingAt(viewing, cell);
    const title = lineOf(reading, cell.node.texts.title);
    return {
      kind: 'group',
      at: cell.pointer(),
      ...(title === '' ? {} : { title }),
      ...hintsOf(reading, cell.node.texts),
      content,
      problems,
    };
  }

  function problemsOf(cell: DataCell, page: Page): readonly ProblemView[] {
    return shown(page) ? cell.findings().map((finding) => problemView(viewing, cell, finding)) : [];
  }

  function listView(cell: ListCell, page: Page): ListView {
    const { node } = cell;
    const { texts } = node;
    const reading = readingAt(viewing, cell);
    const entries = cell.entries();
    const line = (name: 'addText' | 'removeText' | 'emptyText', key: string | undefined) =>
      key === undefined ? {} : { [name]: lineOf(reading, key) };
    const heading = lineOf(reading, texts.heading);
    const views = entries.map((one) => entry(one, page));
    for (let index = entries.length; index < offeredRows(cell); index++) views.push(offeredRow(cell, index));
    const floor = cell.plain ? offeredRows(cell) : 0;
    return {
      kind: 'list',
      at: cell.pointer(),
      template: node.template,
      layout: cell.plain ? 'inline' : 'cards',
      title: heading === '' ? labelOf(viewing, cell) : heading,
      ...hintsOf(reading, cell.node.texts),
      ...line('addText', texts.add),
      ...line('removeText', texts.remove),
      ...line('emptyText', texts.empty),
      canAdd: viewing.store.canAdd(cell),
      canRemove: entries.length > floor,
      canEdit: hasOwnPage(node),
      minItems: node.minItems,
      maxItems: node.maxItems ?? null,
      entries: views,
      ...(asksAnother(flow, cell) ? { another: anotherOf(cell) } : {}),
      ...viewing.services?.field(cell),
      problems: problemsOf(cell, page),
    };
  }

  function anotherOf(cell: ListCell): NonNullable<ListView['another']> {
    const value = flow.another(cell)();
    const missing = flow.missed() && value === null && cell.findings().length === 0;
    return { value, problems: missing ? [problemView(viewing, cell, { code: 'another', params: {} })] : [] };
  }

  function entryView(one: EntryCell, page: Page): EntryView {
    const { content } = one;
    const edit = content?.kind === 'group' ? flow.pages.editPage(one) : undefined;
    const judged = edit && (shown(page) || shown(edit));
    return {
      at: one.pointer(),
      index: one.position(),
      key: one.key,
      title: entryTitle(viewing, one),
      content: content?.kind === 'leaf' ? [field(content, page)] : [],
      rows: content?.kind === 'group' ? entryRows(viewing, flow.pages, one) : [],
      complete: !(judged && flow.pages.problems(edit).length > 0),
    };
  }

  /** A row that does not exist before it is answered. */
  function offeredRow(cell: ListCell, index: number): EntryView {
    const row = buildEntry(cell, index, undefined, `offered-${index}`);
    const title = entryTitle(viewing, row);
    const content = row.content?.kind === 'leaf' ? [fieldView(viewing, row.content, false)] : [];
    return { at: row.pointer(), index, key: row.key, title, content, rows: [], complete: true };
  }

  const pages = remembered((page: Page) => contentOn(page));
  return (page) => pages(page)();

  function contentOn(page: Page): Read<readonly ContentView[]> {
    const { edit, step } = page;
    if (edit) {
      const { content } = edit;
      return () => (content?.kind === 'group' && content.relevant() ? membersOf(content, page) : []);
    }
    const place = page.entry?.content?.kind === 'group' ? page.entry.content : root;
    return concatenated(
      step.content.map((one): Read<readonly ContentView[]> => {
        if (typeof one !== 'string') return textPart(place, one);
        const cell = cellAt(root, page, one);
        return cell ? () => contentOf(cell, page) : () => [];
      }),
    );
  }
}

function textView(reading: Reading, node: TextNode): TextView {
  const title = lineOf(reading, node.texts.title);
  return {
    kind: node.style,
    id: node.name,
    ...(title === '' ? {} : { title }),
    text: treeOf(reading, node.texts.description) ?? [],
  };
}
