/** Characters of a text as JSON Schema counts them: Unicode code points, not UTF-16 units. */
export function ucs2length(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
