import { joinPointer } from '@schalter/definition';
import { visit } from 'jsonc-parser';

/** A stretch of a text; lines and columns count from 1, `end` is behind the last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  readonly line: number;
  readonly column: number;
  /** Characters from the start of the text. */
  readonly offset: number;
}

/**
 * Where JSON Pointers lead to in a JSON text: to the value, or of a group or list to its name; for what is missing, to
 * the nearest thing around it. One pass that keeps no tree, so a large file costs its text and no more.
 */
export function locate(text: string, pointers: Iterable<string>): ReadonlyMap<string, Range> {
  const wanted = [...pointers];
  const found = placesOf(text, new Set(wanted.flatMap(around)));
  const ranges = new Map<string, Range>();
  for (const pointer of wanted) {
    const nearest = around(pointer).find((one) => found.has(one));
    const range = nearest === undefined ? undefined : found.get(nearest);
    if (range) ranges.set(pointer, range);
  }
  return ranges;
}

/** A pointer and those around it, the closest first. */
function around(pointer: string): string[] {
  const all = [pointer];
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    all.push(pointer.slice(0, end));
    if (end === 0) break;
  }
  return all;
}

interface Holder {
  readonly pointer: string;
  /** Number of the next element; undefined in an object. */
  index: number | undefined;
  /** The property that is being read. */
  name: { readonly pointer: string; readonly range: Range } | undefined;
}

function placesOf(text: string, wanted: ReadonlySet<string>): Map<string, Range> {
  const found = new Map<string, Range>();
  const holders: Holder[] = [];
  /** Where the value that begins now stands, and the name before it. */
  const place = () => {
    const holder = holders.at(-1);
    if (!holder) return { pointer: '', name: undefined };
    if (holder.index === undefined)
      return { pointer: holder.name?.pointer ?? holder.pointer, name: holder.name?.range };
    return { pointer: joinPointer(holder.pointer, String(holder.index++)), name: undefined };
  };
  const begin = (isArray: boolean) => (offset: number, length: number, line: number, column: number) => {
    const { pointer, name } = place();
    // A line under a whole group would drown it.
    if (wanted.has(pointer)) found.set(pointer, name ?? rangeOf(offset, length, line, column));
    holders.push({ pointer, index: isArray ? 0 : undefined, name: undefined });
  };
  const end = () => {
    holders.pop();
  };
  visit(text, {
    onObjectBegin: begin(false),
    onArrayBegin: begin(true),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty(property, offset, length, line, column) {
      const holder = holders.at(-1);
      if (!holder) return;
      holder.name = { pointer: joinPointer(holder.pointer, property), range: rangeOf(offset, length, line, column) };
    },
    onLiteralValue(_, offset, length, line, column) {
      const { pointer } = place();
      if (wanted.has(pointer)) found.set(pointer, rangeOf(offset, length, line, column));
    },
  });
  return found;
}

function rangeOf(offset: number, length: number, line: number, column: number): Range {
  return {
    start: { line: line + 1, column: column + 1, offset },
    // Names and values of JSON stand on one line.
    end: { line: line + 1, column: column + 1 + length, offset: offset + length },
  };
}

/** A part of a JSON string, given by characters of its value: of `"a\"b == 7"` the `7`. */
export function within(text: string, { start, end }: Range, from: number, to: number): Range {
  const written = text.slice(start.offset + 1, end.offset - 1);
  // Each character of the value is written as itself or as an escape.
  const units = [...written.matchAll(/\\u[0-9a-fA-F]{4}|\\.|[\s\S]/g)].map(({ 0: unit }) => unit.length);
  const length = (count: number) => units.slice(0, count).reduce((sum, unit) => sum + unit, 0);
  const [left, right] = [length(from), length(Math.max(to, from + 1))];
  const move = (by: number): Position => ({
    line: start.line,
    column: start.column + 1 + by,
    offset: start.offset + 1 + by,
  });
  return { start: move(left), end: move(Math.min(right, written.length)) };
}
