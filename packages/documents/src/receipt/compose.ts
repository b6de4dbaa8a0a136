import type { Fonts } from '../font/fonts.ts';
import type { Band, Cell, OwnedLine } from '../layout/band.ts';
import { createTypesetter, type TextStyle } from '../layout/lines.ts';
import { addNode, type Node, type Tag } from '../pdf/structure.ts';
import { a4, colors, createStyles, gutter, labelWidth, type StyleName } from './style.ts';

/** One value of a row: its text and, where it is not the usual one, its style. */
export interface Value {
  readonly text: string;
  readonly style?: StyleName;
}

export interface Row {
  readonly label: string;
  readonly labelStyle?: StyleName;
  readonly values: readonly Value[];
}

/** Builds a document from above to below: its bands and, at the same time, its structure. */
export interface Composer {
  readonly root: Node;
  readonly bands: readonly Band[];
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /** Whether a character had to be written as its number. */
  readonly replaced: boolean;
  paragraph(parent: Node, text: string, style: StyleName, before: number): void;
  /** @returns the band, for the table of contents */
  heading(parent: Node, tag: Tag, text: string, style: StyleName, before: number): Band | undefined;
  /** A row of a table. `continued` follows the label where the row goes on on another page. */
  row(table: Node, row: Row, how: { before: number; keepWithNext: boolean; continued: string }): void;
  /** What came last stands on the same page as what comes next. */
  keepLast(): void;
  /** Rows on a common ground with a bar at the left, as a table. */
  box(parent: Node, rows: readonly Row[], before: number): void;
  line(text: string, style: StyleName): { readonly lines: ReturnType<ReturnType<typeof createTypesetter>['lines']> };
}

const { left, right } = a4.margin;
const fullWidth = a4.width - left - right;
const boxPadding = 14;

export function createComposer(fonts: Fonts): Composer {
  const typesetter = createTypesetter();
  const styles = createStyles(fonts);
  const root = addNode(undefined, 'Document');
  const bands: Band[] = [];

  function cell(x: number, width: number, text: string, style: StyleName, node: Node): Cell {
    return { x, lines: typesetter.lines(text, styles[style], width).map((line) => ({ line, node })) };
  }

  function flat(parent: Node, tag: Tag, text: string, style: StyleName, before: number): Band | undefined {
    const node = addNode(parent, tag);
    const band: Band = {
      cells: [cell(left, fullWidth, text, style, node)],
      before,
      padding: { top: 0, bottom: 0 },
      keepWithNext: tag === 'P' ? 'no' : 'always',
    };
    if (band.cells[0]?.lines.length === 0) return undefined;
    bands.push(band);
    return band;
  }

  function rowCells(table: Node, { label, labelStyle = 'label', values }: Row, inset: number): Cell[] {
    const tr = addNode(table, 'TR');
    const head = cell(left + inset, labelWidth - gutter - inset, label, labelStyle, addNode(tr, 'TH', 'Row'));
    const td = addNode(tr, 'TD');
    const x = left + labelWidth;
    const lines: OwnedLine[] = values.flatMap(({ text, style = 'body' }) => {
      // Several values are paragraphs of their own, so that they are not read as one.
      const node = values.length > 1 ? addNode(td, 'P') : td;
      return cell(x, fullWidth - labelWidth - inset, text, style, node).lines;
    });
    return [head, { x, lines }];
  }

  return {
    root,
    bands,
    styles,
    get replaced() {
      return typesetter.replaced;
    },
    paragraph: (parent, text, style, before) => void flat(parent, 'P', text, style, before),
    heading: flat,
    row(table, row, { before, keepWithNext, continued }) {
      bands.push({
        cells: rowCells(table, row, 0),
        before,
        padding: { top: 4.75, bottom: 4.75 },
        keepWithNext: keepWithNext ? 'if-low' : 'no',
        continued: typesetter.lines(`${row.label} ${continued}`, styles.label, labelWidth - gutter),
        look: { rule: colors.divider },
      });
    },
    keepLast() {
      const last = bands.pop();
      if (last) bands.push({ ...last, keepWithNext: 'always' });
    },
    box(parent, rows, before) {
      const table = addNode(parent, 'Table');
      rows.forEach((row, index) => {
        bands.push({
          cells: rowCells(table, row, boxPadding),
          before: index === 0 ? before : 0,
          padding: { top: index === 0 ? 11 : 3, bottom: index === rows.length - 1 ? 12 : 3 },
          keepWithNext: index < rows.length - 1 ? 'always' : 'no',
          look: { fill: colors.surface, bar: colors.city },
        });
      });
    },
    line: (text, style) => ({ lines: typesetter.lines(text, styles[style], fullWidth) }),
  };
}
