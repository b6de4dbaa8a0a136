import type { Font } from './fonts.ts';

// Marks of direction, joiners, variation selectors and the like: without a glyph they mean nothing to a reader.
const ignorable = /^[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufeff]$/u;

/**
 * A text with only what the font can show. What it cannot show is neither dropped nor shown as an empty box: it is
 * written as its Unicode number (`[U+4E2D]`), so that people see what was answered. Line breaks stay.
 * @returns the text, and whether something had to be written as a number
 */
export function printable(text: string, font: Font): { readonly text: string; readonly replaced: boolean } {
  let replaced = false;
  let result = '';
  for (const character of text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\n' || character === '\u00ad' || character === '\u200b') result += character;
    else if (character === '\t') result += ' ';
    else if ((font.has(code) || font.fallback?.has(code)) && !/\p{Cc}/u.test(character)) result += character;
    else if (!ignorable.test(character)) {
      result += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
      replaced = true;
    }
  }
  return { text: result, replaced };
}
