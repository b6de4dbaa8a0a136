/**
 * Words of a text: runs of characters that are no white space. Of rich text (Markdown) only runs count that are more
 * than marks, so `- **Rex**` is one word. The keyword `maxWords` counts with the same function.
 */
export function countWords(text: string, rich = false): number {
  const runs = text.match(/\S+/gu) ?? [];
  if (!rich) return runs.length;
  return runs.filter((run) => !/^(?:[#>*_~`|+=:\-\\]+|\d+[.)])$/u.test(run)).length;
}
