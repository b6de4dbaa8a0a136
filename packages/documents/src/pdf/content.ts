import type { Font } from '../font/fonts.ts';
import type { Color, Line } from '../layout/lines.ts';
import { hex, type UsedFont, utf16 } from './embed.ts';

/** The names fonts have on pages. */
export interface FontNames {
  use(font: Font): { readonly name: string; readonly font: UsedFont };
}

/** The drawing of one page, as PDF operators. Coordinates in points from the page's lower left corner. */
export interface PageContent {
  /** Runs `draw` as a numbered piece of the structure. @returns the number */
  marked(tag: string, draw: () => void): number;
  /** Runs `draw` as something that is no content: lines, grounds, footers. */
  artifact(kind: 'Layout' | 'Footer', draw: () => void): void;
  rectangle(x: number, y: number, width: number, height: number, color: Color): void;
  /** @param y of the baseline */
  text(line: Line, x: number, y: number): void;
  toString(): string;
}

export function createPageContent(fonts: FontNames): PageContent {
  const parts: string[] = [];
  let marks = 0;

  return {
    marked(tag, draw) {
      const mark = marks;
      marks += 1;
      parts.push(`/${tag} <</MCID ${mark}>> BDC`);
      draw();
      parts.push('EMC');
      return mark;
    },
    artifact(kind, draw) {
      parts.push(
        kind === 'Footer' ? '/Artifact <</Type /Pagination /Subtype /Footer>> BDC' : '/Artifact <</Type /Layout>> BDC',
      );
      draw();
      parts.push('EMC');
    },
    rectangle(x, y, width, height, color) {
      parts.push(`${rgb(color)} rg ${[x, y, width, height].map(number).join(' ')} re f`);
    },
    text(line, x, y) {
      const { color } = line.style;
      parts.push(`BT ${rgb(color)} rg 1 0 0 1 ${number(x)} ${number(y)} Tm ${show(line, fonts)} ET`);
    },
    toString: () => `${parts.join('\n')}\n`,
  };
}

/**
 * Shows a line glyph by glyph. A PDF moves on by a glyph's own width; where shaping wants something else (kerning, a
 * mark set back onto its letter) a number in the TJ array moves the pen, and a text rise lifts or lowers a mark.
 */
function show(line: Line, fonts: FontNames): string {
  const { size } = line.style;
  const operators: string[] = [];
  let array: string[] = [];
  let codes = '';
  let name = '';
  let rise = 0;
  // Both in thousandths of an em: where the pen should be, and where the PDF has it.
  let wanted = 0;
  let actual = 0;

  const closeCodes = () => {
    if (codes !== '') array.push(`<${codes}>`);
    codes = '';
  };
  const closeArray = () => {
    closeCodes();
    if (array.length > 0) operators.push(`[${array.join(' ')}] TJ`);
    array = [];
  };

  let spanned = 0;
  for (const glyph of line.glyphs) {
    if (glyph.whole) {
      closeArray();
      operators.push(`/Span <</ActualText <FEFF${utf16(glyph.whole.text)}>>> BDC`);
      spanned = glyph.whole.glyphs;
    }
    const used = fonts.use(glyph.font);
    if (used.name !== name) {
      closeArray();
      name = used.name;
      operators.push(`/${name} ${number(size)} Tf`);
    }
    const lift = glyph.dy * size;
    if (lift !== rise) {
      closeArray();
      operators.push(`${number(lift)} Ts`);
      rise = lift;
    }
    const shift = Math.round((wanted + glyph.dx * 1000 - actual) * 10) / 10;
    if (shift !== 0) {
      closeCodes();
      array.push(number(-shift));
      actual += shift;
    }
    codes += hex(used.font.code(glyph));
    const { outlines } = glyph.font;
    actual += Math.round((outlines.advance(glyph.glyph) * 1000) / outlines.unitsPerEm);
    wanted += glyph.advance * 1000;
    if (spanned === 0) continue;
    spanned -= 1;
    if (spanned > 0) continue;
    closeArray();
    operators.push('EMC');
  }
  closeArray();
  if (rise !== 0) operators.push('0 Ts');
  return operators.join(' ');
}

function rgb(color: Color): string {
  return color.map(number).join(' ');
}

/** Three decimals are a thousandth of a point: finer than any device. */
function number(value: number): string {
  const text = (Math.round(value * 1000) / 1000).toString();
  return text === '-0' ? '0' : text;
}
