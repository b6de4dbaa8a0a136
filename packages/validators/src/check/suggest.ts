/** How a sentence about a misspelt word goes on: ` (did you mean "x"?)`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best = Math.max(1, Math.floor(word.length / 3)) + 1;
  let found: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= best) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < best) {
      best = edits;
      found = candidate;
    }
  }
  return found === undefined ? '' : ` (did you mean "${found}"?)`;
}

/** Letters to insert, drop, replace or swap with their neighbour until two words are the same. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row += 1) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + (same ? 0 : 1),
      );
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, cell(row - 2, column - 2) + 1);
      }
      rows[row]?.push(least);
    }
  }
  return cell(from.length, to.length);
}
