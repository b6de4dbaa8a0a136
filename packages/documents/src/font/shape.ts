import type { Font } from './fonts.ts';

/** A glyph in its place. Lengths are parts of an em: times the font size they are points. */
export interface PlacedGlyph {
  readonly font: Font;
  readonly glyph: number;
  /** What it stands for when text is taken out of the document; '' when a glyph before it stands for it too. */
  readonly text: string;
  /** Where the glyph is drawn, seen from the pen: combining marks are set back onto their letter. */
  readonly dx: number;
  readonly dy: number;
  /**
   * On the first of several glyphs that show one letter with its marks: the letter as it is written, and how many
   * glyphs show it. Readers that go by where glyphs stand would tear it apart.
   */
  readonly whole?: { readonly text: string; readonly glyphs: number };
  /** How far the pen moves on: 0 for combining marks. */
  readonly advance: number;
}

export interface Run {
  readonly glyphs: readonly PlacedGlyph[];
  /** Of an em. */
  readonly width: number;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Shapes texts of one document and remembers them while it is made (no longer: they are people's answers). */
export function createShaper(): (text: string, font: Font) => Run {
  const known = new Map<Font, Map<string, Run>>();
  return (text, font) => {
    const runs = known.get(font) ?? new Map<string, Run>();
    known.set(font, runs);
    const run = runs.get(text) ?? shapeRun(text, font);
    runs.set(text, run);
    return run;
  };
}

function shapeRun(text: string, font: Font): Run {
  const glyphs = stretches(text, font).flatMap((stretch) => shape(stretch.text, stretch.font));
  return { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

/** Stretches of a text for which one font has the letters; marks stay with theirs. */
function stretches(text: string, font: Font): { text: string; font: Font }[] {
  const { fallback } = font;
  if (!fallback || [...text].every((letter) => font.has(letter.codePointAt(0) ?? 0))) return [{ text, font }];
  const found: { text: string; font: Font }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const own = font.has(segment.codePointAt(0) ?? 0) ? font : fallback;
    const last = found.at(-1);
    if (last?.font === own) last.text += segment;
    else found.push({ text: segment, font: own });
  }
  return found;
}

function shape(text: string, font: Font): PlacedGlyph[] {
  const whole = place(text, font);
  const clusters = [...graphemes.segment(text)].map(({ segment }) => ({
    segment,
    glyphs: segment === text ? whole : place(segment, font),
  }));
  const count = clusters.reduce((sum, cluster) => sum + cluster.glyphs.length, 0);
  // Shaped as a whole for the kerning between letters. Should letters have merged across clusters, which nothing in
  // these fonts does, the clusters stand as they are by themselves: then it is still known what each glyph means.
  const source = count === whole.length ? whole : clusters.flatMap((cluster) => cluster.glyphs);
  const glyphs: PlacedGlyph[] = [];
  for (const { segment, glyphs: own } of clusters) {
    const meanings = meaningsOf(segment, own.length);
    own.forEach((_, index) => {
      const placed = source[glyphs.length];
      if (!placed) return;
      const whole = index === 0 && own.length > 1 ? { whole: { text: segment, glyphs: own.length } } : {};
      glyphs.push({ ...placed, text: meanings[index] ?? '', ...whole });
    });
  }
  return glyphs;
}

/**
 * What each glyph of a cluster stands for. fontkit cannot say: it keeps the first code points it ever saw with a glyph.
 * As many glyphs as letters and marks: one each; fonts show some letters as base and mark (`ẹ`), then these; else the
 * first glyph stands for all.
 */
function meaningsOf(segment: string, count: number): readonly string[] {
  const written = [...segment];
  if (written.length === count) return written;
  const taken = [...segment.normalize('NFD')];
  return taken.length === count ? taken : [segment];
}

function place(text: string, font: Font): Omit<PlacedGlyph, 'text' | 'whole'>[] {
  const em = font.outlines.unitsPerEm;
  const { glyphs, positions } = font.shaping.layout(text);
  return glyphs.map((glyph, index) => {
    const position = positions[index];
    return {
      font,
      glyph: glyph.id,
      dx: (position?.xOffset ?? 0) / em,
      dy: (position?.yOffset ?? 0) / em,
      advance: (position?.xAdvance ?? glyph.advanceWidth) / em,
    };
  });
}
