import type { Font } from '../font/fonts.ts';
import { printable } from '../font/printable.ts';
import { createShaper, type PlacedGlyph, type Run } from '../font/shape.ts';

/** Red, green, blue, each from 0 to 1. */
export type Color = readonly [number, number, number];

export interface TextStyle {
  readonly font: Font;
  /** Points. */
  readonly size: number;
  /** Points from one baseline to the next. */
  readonly leading: number;
  readonly color: Color;
}

export interface Line {
  readonly glyphs: readonly PlacedGlyph[];
  readonly style: TextStyle;
  /** Points, without a space at the end. */
  readonly width: number;
}

/** Sets the texts of one document. */
export interface Typesetter {
  /** Breaks a text into lines no wider than `width` points; an empty text has no lines. */
  lines(text: string, style: TextStyle, width: number): Line[];
  /** Whether a character without a glyph had to be written as its number. */
  readonly replaced: boolean;
}

interface Piece {
  readonly text: string;
  /** What follows when the line goes on, and when it ends here. */
  readonly space: boolean;
  readonly hyphen: boolean;
}

/** More letters than any line holds. */
const mostLetters = 300;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function createTypesetter(): Typesetter {
  const shape = createShaper();
  let replaced = false;

  return {
    get replaced() {
      return replaced;
    },
    lines(text, style, width) {
      const shown = printable(text, style.font);
      replaced ||= shown.replaced;
      return shown.text
        .split('\n')
        .flatMap((paragraph) => breakParagraph(paragraph.trim(), style, width / style.size, shape));
    },
  };
}

/** @param width in ems of the style's size */
function breakParagraph(
  text: string,
  style: TextStyle,
  width: number,
  shape: (text: string, font: Font) => Run,
): Line[] {
  const { font, size } = style;
  const space = shape(' ', font);
  const hyphen = shape('-', font);
  const lines: Line[] = [];
  let glyphs: PlacedGlyph[] = [];
  let used = 0;
  let open: Piece | undefined;

  // A space stays at the end of a broken line: text taken out of the document keeps its words apart.
  function end(): void {
    if (glyphs.length === 0) return;
    const tail = open?.hyphen ? hyphen.glyphs.map((glyph) => ({ ...glyph, text: '\u00ad' })) : [];
    const lineWidth = used + (open?.hyphen ? hyphen.width : 0);
    lines.push({
      glyphs: [...glyphs, ...tail, ...(open?.space ? space.glyphs : [])],
      style,
      width: lineWidth * size,
    });
    glyphs = [];
    used = 0;
    open = undefined;
  }

  for (const piece of piecesOf(text)) {
    // What may end in a hyphen has to leave room for it.
    for (const part of fitting(piece, width - (piece.hyphen ? hyphen.width : 0), font, shape)) {
      const run = shape(part.text, font);
      const gap = open?.space ? space.width : 0;
      const tail = part.hyphen ? hyphen.width : 0;
      if (glyphs.length > 0 && used + gap + run.width + tail > width) end();
      if (glyphs.length > 0 && open?.space) {
        glyphs.push(...space.glyphs);
        used += space.width;
      }
      glyphs.push(...run.glyphs);
      used += run.width;
      open = part;
    }
  }
  open = open && { ...open, space: false, hyphen: false };
  end();
  return lines;
}

/** Words, and within words what stands before a hyphen, a dash, a slash or a soft hyphen. */
function piecesOf(text: string): Piece[] {
  // Spaces at which lines may break; the no-break ones are letters here.
  const words = text.split(/[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/).filter((word) => word !== '');
  return words.flatMap((word) => {
    const parts = word.split(/(?<=\p{L}[-‐–—/])(?=\p{L})|(?<=\u00ad)|\u200b/u).filter((part) => part !== '\u00ad');
    return parts.map((part, index) => ({
      text: part.replaceAll('\u00ad', ''),
      space: index === parts.length - 1,
      hyphen: part.endsWith('\u00ad') && index < parts.length - 1,
    }));
  });
}

/** A piece wider than the line, cut: behind a sign where there is one (addresses, paths), else between letters. */
function fitting(piece: Piece, width: number, font: Font, shape: (text: string, font: Font) => Run): Piece[] {
  // What is too long at first sight is not measured: a megabyte without a space is cut at once.
  const fits = (text: string) => text.length <= mostLetters && shape(text, font).width <= width;
  if (fits(piece.text)) return [piece];
  const parts: string[] = [];
  let rest = '';
  for (const token of piece.text.split(/(?<=[@._/&=?%+:;,-])/u)) {
    if (rest !== '' && !fits(rest + token)) {
      parts.push(rest);
      rest = '';
    }
    rest += token;
    if (fits(rest)) continue;
    // Even alone too wide: letter by letter, measured one at a time (kerning makes it no wider than that by much).
    let cut = '';
    let used = 0;
    for (const { segment } of graphemes.segment(rest)) {
      const next = shape(segment, font).width;
      if (cut !== '' && used + next > width) {
        parts.push(cut);
        cut = '';
        used = 0;
      }
      cut += segment;
      used += next;
    }
    rest = cut;
  }
  if (rest !== '') parts.push(rest);
  return parts.map((text, index) => ({
    text,
    space: piece.space && index === parts.length - 1,
    hyphen: piece.hyphen && index === parts.length - 1,
  }));
}
