import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '../src/font/fonts.ts';
import type { Band } from '../src/layout/band.ts';
import { createTypesetter, type TextStyle } from '../src/layout/lines.ts';
import { addNode } from '../src/pdf/structure.ts';
import { writePdf } from '../src/pdf/write.ts';
import { sequences } from './din91379.ts';
import { openPdf } from './pdf.ts';

// The reference is drawn by Skia, which shapes with HarfBuzz: neither pdf-lib nor fontkit nor our own code has a part
// in it. What the PDF shows must lie where HarfBuzz puts it.
const scale = 3;
const cell = { width: 56, height: 60, size: 28, baseline: 40 };
const columns = 16;
const fonts = await loadFonts();

for (const name of ['NotoSans-Regular', 'NotoSans-SemiBold']) {
  GlobalFonts.registerFromPath(fileURLToPath(new URL(`../assets/${name}.ttf`, import.meta.url)), name);
}

/** A PDF of one page that shows each text in a cell of its own. */
async function drawPdf(texts: readonly string[], style: TextStyle): Promise<Canvas> {
  const typesetter = createTypesetter();
  const structure = addNode(undefined, 'Document');
  const bands: Band[] = [];
  for (let at = 0; at < texts.length; at += columns) {
    const cells = texts.slice(at, at + columns).map((text, column) => ({
      x: column * cell.width + 14,
      lines: typesetter.lines(text, style, 1000).map((line) => ({ line, node: addNode(structure, 'P') })),
    }));
    bands.push({ cells, before: 0, padding: { top: 0, bottom: 0 }, keepWithNext: 'no' });
  }
  const pdf = await openPdf(
    await writePdf({
      title: 'Glyphs',
      language: 'de',
      created: new Date(0),
      format: {
        width: columns * cell.width,
        height: bands.length * cell.height,
        margin: { left: 0, right: 0, top: 0, bottom: 0 },
      },
      structure,
      pages: [
        bands.map((band, index) => ({
          band,
          cells: band.cells,
          top: index * cell.height,
          height: cell.height,
          begins: true,
          ends: true,
        })),
      ],
      footer: () => ({ rule: [1, 1, 1], parts: [] }),
      outline: [],
    }),
  );
  const canvas = await pdf.draw(1, scale);
  await pdf.close();
  return canvas;
}

function drawReference(texts: readonly string[], family: string, { width, height }: Canvas, capHeight: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.font = `${cell.size * scale}px ${family}`;
  texts.forEach((text, index) => {
    const x = (index % columns) * cell.width + 14;
    const y = Math.floor(index / columns) * cell.height + (cell.height + cell.size * capHeight) / 2;
    context.fillText(text, x * scale, y * scale);
  });
  return canvas;
}

/** Pixels of ink in `one`'s cell that have no ink nearby in `other`'s. */
function strayInk(one: Canvas, other: Canvas, index: number): number {
  const width = cell.width * scale;
  const height = cell.height * scale;
  const x = (index % columns) * width;
  const y = Math.floor(index / columns) * height;
  const a = one.getContext('2d').getImageData(x, y, width, height).data;
  const b = other.getContext('2d').getImageData(x, y, width, height).data;
  const near = 2;
  let stray = 0;
  for (let row = near; row < height - near; row += 1) {
    for (let column = near; column < width - near; column += 1) {
      if ((a[(row * width + column) * 4] ?? 255) > 90) continue;
      let found = false;
      for (let dy = -near; dy <= near && !found; dy += 1) {
        for (let dx = -near; dx <= near && !found; dx += 1) {
          found = (b[((row + dy) * width + column + dx) * 4] ?? 255) < 170;
        }
      }
      if (!found) stray += 1;
    }
  }
  return stray;
}

describe.each([
  ['NotoSans-Regular', fonts.regular],
  ['NotoSans-SemiBold', fonts.bold],
] as const)('%s', (family, font) => {
  const style: TextStyle = { font, size: cell.size, leading: cell.height, color: [0, 0, 0] };

  it('sets every sequence of DIN 91379 as HarfBuzz does', async () => {
    const pdf = await drawPdf(sequences, style);
    const reference = drawReference(sequences, family, pdf, font.capHeight);
    const wrong = sequences.filter((_, index) => strayInk(pdf, reference, index) + strayInk(reference, pdf, index) > 0);
    expect(wrong).toEqual([]);
  });

  it('would notice a mark beside its letter', async () => {
    const naive = ['C\u200b\u0306', 'M\u200b\u0302', 'k\u200b\u0306'];
    const pdf = await drawPdf(['C̆', 'M̂', 'k̆'], style);
    const reference = drawReference(naive, family, pdf, font.capHeight);
    for (const index of naive.keys()) expect(strayInk(pdf, reference, index)).toBeGreaterThan(20);
  });
});
