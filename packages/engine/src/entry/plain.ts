/** Marks of writing direction: `Intl` prints them and keyboards add them, to a reader they mean nothing. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

let digits: ReadonlyMap<string, string> | undefined;

/** What was typed, without marks of direction and with digits of all scripts as `0` to `9`. */
export function plainText(text: string): string {
  const bare = text.replace(directions, '').trim();
  if (!/[^0-9\P{Nd}]/u.test(bare)) return bare;
  digits ??= digitsOfAllScripts();
  return Array.from(bare, (character) => digits?.get(character) ?? character).join('');
}

function digitsOfAllScripts(): Map<string, string> {
  const found = new Map<string, string>();
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
    for (let digit = 0; digit <= 9; digit++) {
      const written = format.format(digit);
      // Numerals that are no digits (Roman ones, say) are longer, or letters.
      if (/^\p{Nd}$/u.test(written)) found.set(written, String(digit));
    }
  }
  return found;
}
