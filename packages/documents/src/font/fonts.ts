import { readFile } from 'node:fs/promises';
import fontkit, { type Font as ShapingFont } from '@pdf-lib/fontkit';
import { SchalterError } from '@schalter/definition';
import { readTrueType, type TrueType } from './truetype.ts';

/** A parsed font: outlines for the PDF, shaping for the text. */
export interface Font {
  /** PostScript name. */
  readonly name: string;
  readonly outlines: TrueType;
  readonly shaping: ShapingFont;
  /** Height of capital letters, of an em. */
  readonly capHeight: number;
  has(codePoint: number): boolean;
  /** Where to look for signs that this font lacks. */
  readonly fallback?: Font;
}

export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

let loaded: Promise<Fonts> | undefined;

/**
 * The fonts of documents, read and parsed once per process.
 * @throws SchalterError `document-font`
 */
export function loadFonts(): Promise<Fonts> {
  loaded ??= load('NotoSansMath-Regular')
    .then((fallback) => Promise.all([load('NotoSans-Regular', fallback), load('NotoSans-SemiBold', fallback)]))
    .then(
      ([regular, bold]) => ({ regular, bold }),
      (error: unknown) => {
        loaded = undefined;
        throw error;
      },
    );
  return loaded;
}

async function load(name: string, fallback?: Font): Promise<Font> {
  const file = new URL(`../../assets/${name}.ttf`, import.meta.url);
  try {
    const bytes = await readFile(file);
    const shaping = fontkit.create(bytes);
    const covered = new Set(shaping.characterSet);
    return {
      name,
      outlines: readTrueType(bytes),
      shaping,
      capHeight: shaping.capHeight / shaping.unitsPerEm,
      has: (codePoint) => covered.has(codePoint),
      ...(fallback === undefined ? {} : { fallback }),
    };
  } catch (cause) {
    throw new SchalterError('document-font', { file: `${name}.ttf` }, { cause });
  }
}
