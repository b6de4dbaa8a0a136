import { createHash } from 'node:crypto';
import { type PDFContext, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import type { Font } from '../font/fonts.ts';
import type { PlacedGlyph } from '../font/shape.ts';
import { closeOverComponents, subsetTrueType } from '../font/truetype.ts';

/** A font within one document: which of its glyphs are used, and for which text. */
export interface UsedFont {
  readonly font: Font;
  /** Code of a glyph in the document's text, in the order of first use. */
  code(glyph: PlacedGlyph): number;
}

/**
 * Starts using a font in a document. One glyph gets one code per text it stands for (the hyphen at a line's end is
 * not the one that was typed), so the way back to text needs no guessing.
 */
export function useFont(font: Font): UsedFont & { embed(context: PDFContext): PDFRef } {
  const codes = new Map<string, number>();
  const used: { glyph: number; text: string }[] = [{ glyph: 0, text: '' }];

  return {
    font,
    code({ glyph, text }) {
      const key = `${glyph}:${text}`;
      const known = codes.get(key);
      if (known !== undefined) return known;
      used.push({ glyph, text });
      codes.set(key, used.length - 1);
      return used.length - 1;
    },
    embed: (context) => embed(context, font, used),
  };
}

/** A composite font (PDF 1.7, 9.7) whose codes are those of `used`. */
function embed(context: PDFContext, font: Font, used: readonly { glyph: number; text: string }[]): PDFRef {
  const { outlines } = font;
  const scale = 1000 / outlines.unitsPerEm;
  const glyphs = closeOverComponents(outlines, [...new Set(used.map(({ glyph }) => glyph))]);
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const file = subsetTrueType(outlines, glyphs);
  // Six letters that differ with the content, as 9.6.4 wants; the same content gives the same letters.
  const digest = createHash('sha256').update(file).digest();
  const name = `${Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('')}+${font.name}`;

  const map = new Uint8Array(used.length * 2);
  used.forEach(({ glyph }, code) => {
    new DataView(map.buffer).setUint16(code * 2, numbers.get(glyph) ?? 0);
  });
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: the codes are the document's own.
      Flags: 4,
      FontBBox: outlines.bbox.map((side) => Math.round(side * scale)),
      ItalicAngle: 0,
      Ascent: Math.round(outlines.ascent * scale),
      Descent: Math.round(outlines.descent * scale),
      CapHeight: Math.round(font.capHeight * 1000),
      StemV: font.name.endsWith('Regular') ? 86 : 118,
      FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, used.map(({ glyph }) => Math.round(outlines.advance(glyph) * scale))],
      CIDToGIDMap: context.register(context.flateStream(map)),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: PDFName.of('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(toUnicode(used.map(({ text }) => text)))),
    }),
  );
}

/** The way back from codes to text (PDF 1.7, 9.10.3). */
function toUnicode(texts: readonly string[]): string {
  const entries = texts.flatMap((text, code) => (text === '' ? [] : [`<${hex(code)}> <${utf16(text)}>`]));
  const blocks: string[] = [];
  // A block holds a hundred entries at most.
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** A code as four hexadecimal digits. */
export function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** A text as hexadecimal digits of UTF-16, big end first. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}
