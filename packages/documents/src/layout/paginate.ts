import { type Band, bandHeight, type Cell, type OwnedLine, type PlacedBand } from './band.ts';

/** Of a band that has to be broken, at least so many lines stand before the break. */
const leastLines = 3;

/**
 * Distributes bands over pages: no band is broken that fits on a page, no heading stands alone at a page's foot.
 * @param height of a page's content, points
 */
export function paginate(bands: readonly Band[], height: number): PlacedBand[][] {
  const pages: PlacedBand[][] = [[]];
  let top = 0;

  function newPage(): void {
    pages.push([]);
    top = 0;
  }

  for (const [index, band] of bands.entries()) {
    const before = top === 0 ? 0 : band.before;
    if (top > 0 && top + before + heightKept(bands, index, height) > height) newPage();
    if (top > 0) top += band.before;
    let cells = band.cells;
    for (;;) {
      const room = height - top - band.padding.top - band.padding.bottom;
      const [here, later] = split(cells, room);
      const ends = later.every((cell) => cell.lines.length === 0);
      const bottom = ends ? band.padding.bottom : 0;
      const placed = band.padding.top + bottom + Math.max(0, ...here.map(heightOf));
      pages.at(-1)?.push({ band, cells: here, top, height: placed, begins: cells === band.cells, ends });
      top += placed;
      if (ends) break;
      newPage();
      cells = later;
    }
  }
  return pages;
}

/** Height of a band with all that has to stand on the same page with it. */
function heightKept(bands: readonly Band[], index: number, page: number): number {
  let sum = 0;
  for (let at = index; ; at += 1) {
    const band = bands[at];
    if (!band) return sum;
    const own = bandHeight(band);
    const space = at === index ? 0 : band.before;
    if (!keeps(band, bands[at + 1], page)) {
      return sum + space + (own <= page ? own : bandHeight({ ...band, cells: band.cells.map(beginning) }));
    }
    sum += space + own;
    // More headings in a row than a page holds: then they are not kept together.
    if (sum > page) return bandHeight(bands[index] ?? band);
  }
}

function keeps(band: Band, next: Band | undefined, page: number): boolean {
  if (!next || band.keepWithNext === 'no') return false;
  return band.keepWithNext === 'always' || bandHeight(next) <= page / 10;
}

function beginning(cell: Cell): Cell {
  return { ...cell, lines: cell.lines.slice(0, leastLines) };
}

/** What of each cell fits into `room`, and the rest. At least one line goes, so that it always goes on. */
function split(cells: readonly Cell[], room: number): [Cell[], Cell[]] {
  const here: Cell[] = [];
  const later: Cell[] = [];
  for (const cell of cells) {
    let used = 0;
    let count = 0;
    for (const { line } of cell.lines) {
      // A hair of tolerance: sums of leadings are not exact.
      if (count > 0 && used + line.style.leading > room + 0.01) break;
      used += line.style.leading;
      count += 1;
    }
    here.push({ ...cell, lines: cell.lines.slice(0, count) });
    later.push({ ...cell, lines: cell.lines.slice(count) });
  }
  return [here, later];
}

function heightOf(cell: { readonly lines: readonly OwnedLine[] }): number {
  return cell.lines.reduce((sum, { line }) => sum + line.style.leading, 0);
}
