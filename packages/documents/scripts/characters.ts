/** All characters from `first` to `last`, both included. */
const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

/**
 * What the fonts of documents hold: every letter, sequence and sign of DIN 91379 (Latin with all combining marks,
 * Greek, Cyrillic, the extended signs), and whole Unicode blocks around them, so that a name or a text pasted from
 * elsewhere in Europe is not torn.
 */
export const characters = [
  range(0x20, 0x7e), // Basic Latin
  range(0xa0, 0x24f), // Latin-1, Latin Extended-A and -B
  'ɐɑəɛɨɪʀʃʉʊʌʒʔ', // of the phonetic letters those in personal names
  range(0x2b0, 0x2ff), // modifier letters: ʹ ʺ ʾ ʿ ˈ ˌ …
  range(0x300, 0x36f), // combining marks
  range(0x370, 0x3ff), // Greek
  range(0x400, 0x4ff), // Cyrillic
  'ᵈᵗ',
  range(0x1e00, 0x1eff), // Latin Extended Additional
  range(0x2000, 0x206f), // punctuation
  range(0x2070, 0x209f), // superscripts and subscripts
  range(0x20a0, 0x20bf), // currencies
  '№℠™℮⅓⅔⅛⅜⅝⅞−◌\ufffd',
].join('');

/** Signs that Noto Sans lacks and Noto Sans Math has: ∞ ≤ ≥ of DIN 91379, and what texts are often pasted with. */
export const signs = '∞≤≥≈≠√←↑→↓↔⇒∑∆∈•●■□▪▸✓';
