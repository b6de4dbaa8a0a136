import type { Font } from './fonts.ts';

/** A glyph in its place. Lengths are parts of an em: times the font size they are points. */
export interface PlacedGlyph {
  readonly glyph: number;
  /** What it stands for when text is taken out of the document; '' when a glyph before it stands for it too. */
  readonly text: string;
  /** Where the glyph is drawn, seen from the pen: combining marks are set back onto their letter. */
  readonly dx: number;
  readonly dy: number;
  /** How far the pen moves on: 0 for combining marks. */
  readonly advance: number;
}

export interface Run {
  readonly font: Font;
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
    const run = runs.get(text) ?? shape(text, font);
    runs.set(text, run);
    return run;
  };
}

function shape(text: string, font: Font): Run {
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
    const letters = [...segment];
    own.forEach((_, index) => {
      const placed = source[glyphs.length];
      if (!placed) return;
      // fontkit keeps the first code points it ever saw with a glyph; so the meaning is told from the cluster.
      const meaning = letters.length === own.length ? letters[index] : index === 0 ? segment : '';
      glyphs.push({ ...placed, text: meaning ?? '' });
    });
  }
  return { font, glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

function place(text: string, font: Font): Omit<PlacedGlyph, 'text'>[] {
  const em = font.outlines.unitsPerEm;
  const { glyphs, positions } = font.shaping.layout(text);
  return glyphs.map((glyph, index) => {
    const position = positions[index];
    return {
      glyph: glyph.id,
      dx: (position?.xOffset ?? 0) / em,
      dy: (position?.yOffset ?? 0) / em,
      advance: (position?.xAdvance ?? glyph.advanceWidth) / em,
    };
  });
}
