/**
 * Words of a text: runs of characters that are no white space; of Markdown only the runs that are more than marks.
 * The same as `words()` in expressions (a test holds them equal), copied so that precompiled validators load without
 * the engine.
 */
export function countWords(text: string, markdown: boolean): number {
  const runs = text.match(/\S+/gu) ?? [];
  if (!markdown) return runs.length;
  return runs.filter((run) => !/^(?:[#>*_~`|+=:\-\\]+|\d+[.)])$/u.test(run)).length;
}
