import type { JsonValue } from '@schalter/definition';
import { joinPointer } from '@schalter/definition';
import type { Difference } from '@schalter/engine';

/** A line of what was expected and is not there, of what is there and was not expected, or of what both have. */
export interface DifferenceLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** A difference line by line: routes and problems entry by entry, values and submissions pointer by pointer. */
export function differenceLines({ expected, actual, at }: Difference): DifferenceLine[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return alignedLines(expected.map(entryText), actual.map(entryText));
  }
  const [old, now] = [leavesOf(expected, at ?? ''), leavesOf(actual, at ?? '')];
  const pointers = [...new Set([...old.keys(), ...now.keys()])];
  return pointers
    .filter((pointer) => old.get(pointer) !== now.get(pointer))
    .flatMap((pointer) => [...signed('-', pointer, old.get(pointer)), ...signed('+', pointer, now.get(pointer))]);
}

function signed(sign: '-' | '+', pointer: string, text: string | undefined): DifferenceLine[] {
  return text === undefined ? [] : [{ sign, text: pointer === '' ? text : `${pointer} ${text}` }];
}

/** Problems read as `/halter/vorname required`. */
function entryText(entry: JsonValue): string {
  if (typeof entry === 'string') return entry;
  if (typeof entry === 'object' && entry !== null && 'code' in entry && 'at' in entry)
    return `${entry.at} ${entry.code}`;
  return JSON.stringify(entry);
}

function leavesOf(value: JsonValue, pointer: string): Map<string, string> {
  const isHolder = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isHolder) return new Map([[pointer, JSON.stringify(value) ?? 'nothing']]);
  return new Map(
    Object.entries(value as { readonly [name: string]: JsonValue }).flatMap(([name, inner]) => [
      ...leavesOf(inner, joinPointer(pointer, name)),
    ]),
  );
}

/** The longest run of lines that both have in common stays; the rest is taken away or added. */
function alignedLines(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const longest =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      (lengths[row] as number[])[column] = longest;
    }
  }
  const lines: DifferenceLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, now] = [before[row], after[column]];
    if (old !== undefined && old === now) {
      lines.push({ sign: ' ', text: old });
      row += 1;
      column += 1;
    } else if (now === undefined || (old !== undefined && at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ sign: '-', text: old ?? '' });
      row += 1;
    } else {
      lines.push({ sign: '+', text: now });
      column += 1;
    }
  }
  return lines;
}
