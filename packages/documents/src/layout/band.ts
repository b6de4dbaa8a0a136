import type { Node } from '../pdf/structure.ts';
import type { Color, Line } from './lines.ts';

/** A line together with the node of the document's structure it belongs to. */
export interface OwnedLine {
  readonly line: Line;
  readonly node: Node;
}

/** Lines below one another, from `x` on (points from the page's left edge). */
export interface Cell {
  readonly x: number;
  readonly lines: readonly OwnedLine[];
}

/**
 * A horizontal strip of the document, from margin to margin: a paragraph, a heading, a row. The unit of which pages
 * are made: it stays in one piece unless it is taller than a page.
 */
export interface Band {
  readonly cells: readonly Cell[];
  /** Points above; dropped at the top of a page. */
  readonly before: number;
  readonly padding: { readonly top: number; readonly bottom: number };
  /** A heading always stays with what follows; a row that should not stand alone only `if-low`, where that costs little. */
  readonly keepWithNext: 'always' | 'if-low' | 'no';
  /** Shown in the first column, as no content, where the band goes on on another page. */
  readonly continued?: readonly Line[];
  readonly look?: {
    /** Ground of the whole strip. */
    readonly fill?: Color;
    /** Vertical bar at its left edge. */
    readonly bar?: Color;
    /** Hairline at its foot. */
    readonly rule?: Color;
  };
}

/** A band, or what of it stands on one page. */
export interface PlacedBand {
  readonly band: Band;
  readonly cells: readonly Cell[];
  /** Points from the top of the page's content. */
  readonly top: number;
  readonly height: number;
  /** False when the band began on an earlier page. */
  readonly begins: boolean;
  /** False when the band goes on on the next page. */
  readonly ends: boolean;
}

/** Height of lines below one another. */
export function linesHeight(lines: readonly OwnedLine[]): number {
  return lines.reduce((sum, { line }) => sum + line.style.leading, 0);
}

/** Height of a band in one piece, without the space above. */
export function bandHeight(band: Band): number {
  return band.padding.top + band.padding.bottom + Math.max(0, ...band.cells.map((cell) => linesHeight(cell.lines)));
}
