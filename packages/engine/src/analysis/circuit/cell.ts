import { dayNumber, parseDate } from '../../expression/calendar.ts';

/**
 * A part of all that an answer (or another value) can be: one value, or everything between two values that expressions
 * tell apart. Within a cell every condition comes out the same.
 */
export type Cell =
  /** Unanswered, or unknown. */
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: Scalar }
  /** All numbers between two, these left out. */
  | { readonly kind: 'numbers'; readonly above: number; readonly below: number }
  /** All texts between two in their order, those named somewhere left out. */
  | { readonly kind: 'texts'; readonly above?: string; readonly below?: string }
  /** Answered, with whatever: a file, a list of chosen values. */
  | { readonly kind: 'some' };

export type Scalar = boolean | number | string;

/** What a value can be, before it is known which parts of it matter. */
export interface Domain {
  /** Whether it can be unanswered or unknown. */
  readonly none: boolean;
  readonly kind: 'boolean' | 'number' | 'text' | 'date' | 'some' | 'any';
  /** All values, where they can be listed: a field with options. */
  readonly values?: readonly Scalar[];
  /** Of numbers. */
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  /** Whether any value but the named ones is possible; `false` where limits contradict each other. */
  readonly open?: boolean;
  /** Whether a value keeps the constraints. */
  readonly valid?: (value: Scalar) => boolean;
}

/**
 * Cuts a domain into cells.
 * @param points the values that expressions compare it with
 * @param ordered whether expressions ask for the order of texts
 */
export function cellsOf(domain: Domain, points: ReadonlySet<Scalar>, ordered: boolean): Cell[] {
  const cells: Cell[] = domain.none ? [{ kind: 'none' }] : [];
  if (domain.values) {
    for (const value of domain.values) cells.push({ kind: 'value', value });
    return cells;
  }
  switch (domain.kind) {
    case 'boolean':
      cells.push({ kind: 'value', value: true }, { kind: 'value', value: false });
      break;
    case 'number':
      cells.push(...numberCells(domain, points));
      break;
    case 'text':
    case 'date':
      cells.push(...textCells(domain, points, ordered || domain.kind === 'date'));
      break;
    case 'some':
      cells.push({ kind: 'some' });
      break;
    case 'any':
      cells.push(...anyCells(domain, points, ordered));
  }
  return cells;
}

function anyCells(domain: Domain, points: ReadonlySet<Scalar>, ordered: boolean): Cell[] {
  const types = new Set([...points].map((point) => typeof point));
  if (types.size === 0) return [{ kind: 'some' }];
  return [
    ...(types.has('number') ? numberCells(domain, points) : []),
    ...(types.has('string') ? textCells(domain, points, ordered) : []),
    ...(types.has('boolean')
      ? ([
          { kind: 'value', value: true },
          { kind: 'value', value: false },
        ] as const)
      : []),
  ];
}

function numberCells(domain: Domain, points: ReadonlySet<Scalar>): Cell[] {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, whole = false, open = true } = domain;
  const ends = [...points, least, most].filter((point) => typeof point === 'number' && Number.isFinite(point));
  const sorted = [...new Set(ends as number[])]
    .filter((point) => point >= least && point <= most)
    .sort((a, b) => a - b);
  const cells: Cell[] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const point of [...sorted, Number.POSITIVE_INFINITY]) {
    const outside = above >= most || point <= least;
    const empty = whole && Math.floor(above) + 1 > Math.ceil(point) - 1;
    if (open && !outside && !empty) cells.push({ kind: 'numbers', above, below: point });
    if (point !== Number.POSITIVE_INFINITY && !(whole && !Number.isInteger(point)) && isValid(domain, point)) {
      cells.push({ kind: 'value', value: point });
    }
    above = point;
  }
  return cells;
}

function textCells(domain: Domain, points: ReadonlySet<Scalar>, ordered: boolean): Cell[] {
  const texts = [...points].filter((point) => typeof point === 'string').sort((a, b) => (a < b ? -1 : 1));
  const values = texts.filter((text) => isValid(domain, text));
  const cells: Cell[] = values.map((value) => ({ kind: 'value', value }));
  if (domain.open === false) return cells;
  if (!ordered) return [...cells, { kind: 'texts' }];
  for (const [index, below] of [...texts, undefined].entries()) {
    const above = texts[index - 1];
    if (domain.kind === 'date' && isEmptySpan(above, below)) continue;
    cells.push({ kind: 'texts', ...(above === undefined ? {} : { above }), ...(below === undefined ? {} : { below }) });
  }
  return cells;
}

/** Whether there is no day between two dates. */
function isEmptySpan(above: string | undefined, below: string | undefined): boolean {
  const [from, to] = [parseDate(above), parseDate(below)];
  return from !== undefined && to !== undefined && dayNumber(to) - dayNumber(from) <= 1;
}

function isValid(domain: Domain, value: Scalar): boolean {
  return domain.valid?.(value) ?? true;
}

/** Whether a value lies in a cell. */
export function contains(cell: Cell, value: unknown): boolean {
  switch (cell.kind) {
    case 'none':
      return value === null || value === undefined;
    case 'value':
      return cell.value === value;
    case 'numbers':
      return typeof value === 'number' && value > cell.above && value < cell.below;
    case 'texts':
      return (
        typeof value === 'string' &&
        (cell.above === undefined || value > cell.above) &&
        (cell.below === undefined || value < cell.below)
      );
    case 'some':
      return value !== null && value !== undefined;
  }
}
