import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadFonts } from '../font/fonts.ts';
import { addNode } from '../pdf/structure.ts';
import { type Band, bandHeight, type OwnedLine } from './band.ts';
import { createTypesetter } from './lines.ts';
import { paginate } from './paginate.ts';

const { regular } = await loadFonts();
const [line] = createTypesetter().lines('x', { font: regular, size: 10, leading: 10, color: [0, 0, 0] }, 100);
if (!line) expect.unreachable();

const lines = (count: number): OwnedLine[] =>
  Array.from({ length: count }, () => ({ line, node: addNode(undefined, 'P') }));

// Numbers only, so that a counterexample can be read: lines per cell, space above, padding, whether it is kept.
const given = fc.array(
  fc.tuple(
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom('always', 'if-low', 'no', 'no', 'no'),
  ),
  { maxLength: 25 },
);
const height = 200;

function bandsOf(numbers: readonly [number[], number, number, string][]): Band[] {
  return numbers.map(([counts, before, padding, keep]) => ({
    cells: counts.map((count) => ({ x: 0, lines: lines(count) })),
    before,
    padding: { top: padding, bottom: padding },
    keepWithNext: keep === 'always' || keep === 'if-low' ? keep : 'no',
  }));
}

it('keeps every line, in order, and within the page', () => {
  fc.assert(
    fc.property(given, (numbers) => {
      const bands = bandsOf(numbers);
      const placed = paginate(bands, height).flat();
      const begun = placed.flatMap((one) => (one.begins ? [bands.indexOf(one.band)] : []));
      expect(begun).toEqual([...bands.keys()]);
      for (const band of bands) {
        const parts = placed.filter((one) => one.band === band);
        band.cells.forEach((cell, index) => {
          const shown = parts.flatMap((one) => one.cells[index]?.lines ?? []);
          expect(shown.every((owned, at) => owned === cell.lines[at]) && shown.length === cell.lines.length).toBe(true);
        });
      }
      for (const one of placed) expect(one.top + one.height).toBeLessThanOrEqual(height + 0.1);
    }),
  );
});

it('breaks no band that fits on a page', () => {
  fc.assert(
    fc.property(given, (numbers) => {
      const broken = paginate(bandsOf(numbers), height)
        .flat()
        .filter((one) => bandHeight(one.band) <= height && !(one.begins && one.ends));
      expect(broken.length).toBe(0);
    }),
  );
});

it('leaves no heading at a page’s foot', () => {
  const heading: Band = {
    cells: [{ x: 0, lines: lines(2) }],
    before: 10,
    padding: { top: 0, bottom: 0 },
    keepWithNext: 'always',
  };
  const row: Band = { ...heading, before: 0, keepWithNext: 'no' };
  for (let rows = 0; rows < 30; rows += 1) {
    const given = [...Array.from({ length: rows }, () => row), heading, heading, row, row];
    for (const page of paginate(given, height).slice(0, -1)) expect(page.at(-1)?.band).not.toBe(heading);
  }
});
