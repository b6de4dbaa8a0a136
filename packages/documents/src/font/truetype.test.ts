import fontkit from '@pdf-lib/fontkit';
import { expect, it } from 'vitest';
import { letters } from '../../test/din91379.ts';
import { loadFonts } from './fonts.ts';
import { closeOverComponents, subsetTrueType } from './truetype.ts';

it('keeps outlines and widths of every glyph it is given, those of compound glyphs included', async () => {
  const { regular } = await loadFonts();
  const { outlines, shaping } = regular;
  const ids = [0, ...[...letters].map((letter) => shaping.glyphForCodePoint(letter.codePointAt(0) ?? 0).id)];
  const glyphs = closeOverComponents(outlines, [...new Set(ids)]);
  expect(glyphs.length).toBeLessThan(outlines.glyphCount);
  // What a PDF needs is less than a font file: fontkit reads it once it has names and a map of characters.
  const subset = fontkit.create(Buffer.from(subsetTrueType(outlines, glyphs)));
  glyphs.forEach((glyph, index) => {
    const [was, is] = [shaping.getGlyph(glyph), subset.getGlyph(index)];
    expect(is.path.toSVG()).toBe(was.path.toSVG());
    expect(is.advanceWidth).toBe(was.advanceWidth);
  });
});

it('parses the fonts once per process', async () => {
  expect(await loadFonts()).toBe(await loadFonts());
});
