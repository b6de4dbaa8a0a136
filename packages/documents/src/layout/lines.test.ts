import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '../font/fonts.ts';
import { createTypesetter, type Line, type TextStyle } from './lines.ts';

const { regular } = await loadFonts();
const style: TextStyle = { font: regular, size: 10, leading: 14, color: [0, 0, 0] };
const textOf = (line: Line) => line.glyphs.map((glyph) => glyph.text).join('');
const set = (text: string, width: number) => createTypesetter().lines(text, style, width).map(textOf);

describe('lines', () => {
  it('break at spaces and keep them at the end, so that words stay apart in the text', () => {
    expect(set('Eine Frage der Zeit', 50)).toEqual(['Eine Frage ', 'der Zeit']);
  });

  it('break behind a hyphen, at a soft hyphen with a hyphen, never at a no-break space', () => {
    expect(set('Kassen- und Steueramt-Nebenstelle', 95)).toEqual(['Kassen- und ', 'Steueramt-', 'Nebenstelle']);
    const [first, second] = createTypesetter().lines('Bezirks\u00adamt', style, 45);
    expect(first && textOf(first)).toBe('Bezirks\u00ad');
    expect(second && textOf(second)).toBe('amt');
    expect(set('Bezirks\u00adamt', 500)).toEqual(['Bezirksamt']);
    expect(set('von 12\u00a0Euro', 50)).toEqual(['von ', '12\u00a0Euro']);
  });

  it('keep line breaks of an answer and drop empty lines', () => {
    expect(set('Zeile 1\r\nZeile 2\n\nZeile 3', 500)).toEqual(['Zeile 1', 'Zeile 2', 'Zeile 3']);
  });

  it('leave room for the hyphen of a word that just fits', () => {
    for (const line of createTypesetter().lines('W\u0000a/\u00ada', style, 62))
      expect(line.width).toBeLessThanOrEqual(62);
  });

  it('are never wider than asked and lose nothing but spaces, whatever people type', () => {
    const unit = fc.constantFrom(
      'a',
      'W',
      'k̆',
      'ß',
      ' ',
      '-',
      '.',
      '@',
      '/',
      '\n',
      '山',
      '≤',
      '\u00ad',
      'é',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.integer({ min: 60, max: 200 }), (text, width) => {
        const lines = createTypesetter().lines(text, style, width);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.5);
        const shown = lines
          .map(textOf)
          .join('')
          .replace(/[\s\u00ad]/g, '')
          .normalize('NFC');
        const letters = [...text.toWellFormed().normalize('NFC')];
        const wanted = letters
          .map((letter) => (letter === '山' ? '[U+5C71]' : letter === '\u0000' ? '[U+0000]' : letter))
          .join('')
          .replace(/[\s\u00ad]/g, '');
        expect(shown).toBe(wanted);
      }),
    );
  });
});
