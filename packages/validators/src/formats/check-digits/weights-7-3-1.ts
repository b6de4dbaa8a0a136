/**
 * The check digit of a document's number, letters standing for 10 (A) to 35 (Z).
 * Source: ICAO Doc 9303-3, 4.9: weights 7, 3, 1, sum modulo 10.
 * @param text digits and capital letters, without the check digit
 */
export function checkDigit731(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum += Number.parseInt(text.charAt(index), 36) * (index % 3 === 0 ? 7 : index % 3 === 1 ? 3 : 1);
  }
  return sum % 10;
}
