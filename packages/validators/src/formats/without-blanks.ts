/** A number as it counts: without the blanks that people put between its parts, in capitals. */
export function withoutBlanks(text: string): string {
  return text.replace(/ /gu, '').toUpperCase();
}
