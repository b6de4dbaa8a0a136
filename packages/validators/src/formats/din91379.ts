/**
 * DIN 91379:2022-08, "Characters and defined character sequences in Unicode for the electronic processing of names and
 * data exchange in Europe". Groups and members as in the lists that String.Latin publishes from the standard
 * (https://github.com/String-Latin/DIN-91379-Characters-and-Sequences, version 1.3); the data types as in the
 * standard's XML schema. Code points are hexadecimal; a base letter with its combining marks is one element.
 */

/** Latin letters of one code point (bll): 500. */
const letters =
  '41-5A 61-7A C0-D6 D8-F6 F8-17E 187-188 18F 197 1A0-1A1 1AF-1B0 1B7 1CD-1DC 1DE-1DF 1E2-1F0 1F4-1F5 1F8-1FF 212-213 ' +
  '218-21B 21E-21F 227-233 259 268 292 1E02-1E03 1E06-1E07 1E0A-1E11 1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B 1E40-1E49 ' +
  '1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 1E8C-1E97 1E9E 1EA0-1EF9';

/** Latin letters that are sequences (bll): what follows the base letters, and these. 149. */
const sequences: readonly (readonly [marks: string, bases: string])[] = [
  ['300', '43 46 47 4B 4D 50 53 54 5A 63 66 67 6B 6D 70 73 74 7A'],
  ['301', '4A 6A FF 12A 12B'],
  ['302', '44 4B 4C 4D 4E 64 6B 6C 6D 6E'],
  ['304', '43 46 48 4B 4E 50 53 54 5A 63 66 68 6B 6E 70 73 74 7A DB FB 1E32 1E33 1E62 1E63 1E6C 1E6D 1EE4 1EE5'],
  ['306', '43 4D 4E 52 5A 63 6D 6E 72 7A C7 E7'],
  ['307', '4B 55 6B 75'],
  ['308', '43 54 5A 63 7A 1EA0 1EA1 1ECC 1ECD 1EE4 1EE5'],
  ['30B', '41 61'],
  ['30C', '4A'],
  ['30D', '113 14D'],
  ['310', '4D 6D'],
  ['315', '43 4B 50 54 63 6B 70 74 10C 10D'],
  ['31B 304', '53 73'],
  ['31B', '4B 54 6B 74'],
  ['323', '43 50 63 70 10C 10D'],
  ['325 304', '4C 52 6C 72'],
  ['325', '4C 52 6C 72'],
  ['326', '43 48 4B 4C 4E 63 68 6B 6C 6E 17D 17E'],
  ['327', '5A 7A 17D 17E'],
  ['328 306', '43 63'],
  ['331', '48 53 73'],
  ['35F 48', '4B'],
  ['35F 68', '4B 6B'],
];

/** Non-letters N1 (bnlreq): 18. */
export const n1 = '20 27 2C-2E 60 7E A8 B4 B7 2B9-2BA 2BE-2BF 2C8 2CC 2019 2021';
/** Non-letters N2 (bnl): 60. */
export const n2 = '21-26 28-2B 2F-40 5B-5F 7B-7D A1-A3 A5 A7 A9-AC AE-B3 B5-B6 B9-BB BF D7 F7 20AC';
/** Non-letters N3 (bnlopt): 6. */
export const n3 = 'A4 A6 B8 BC-BE';
/** Non-letters N4 (bnlnot): tab, line feed, carriage return, no-break space. */
export const n4 = '9-A D A0';
/**
 * Tests whether a text consists of Latin letters and of the characters of some groups, after NFC. The pattern is built on
 * first use, so that pages without the format do no work.
 */
export function latinWith(groups: readonly string[]): (text: string) => boolean {
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= compile(groups);
    return pattern.test(text.normalize('NFC'));
  };
}

/** Marks stand in no class: no two ways to match. */
function compile(groups: readonly string[]): RegExp {
  const joined = sequences.map(([marks, bases]) => `[${characters(bases)}]${characters(marks)}`);
  const single = [letters, ...groups].map(characters).join('');
  return new RegExp(`^(?:${joined.join('|')}|[${single}])*$`, 'u');
}

/** `41-5A 61` as the inside of a character class: `\u{41}-\u{5A}\u{61}`. */
function characters(table: string): string {
  return table.replace(/[0-9A-F]+/gu, '\\u{$&}').replace(/ /gu, '');
}
