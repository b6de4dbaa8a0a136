import { type Cell, contains } from './cell.ts';
import type { Relation } from './term.ts';
import type { Atom, Variable } from './variable.ts';

/** Per atom of the left and of the right variable: the positions of the relations that are possible between them. */
export type RelationTable = readonly (readonly ReadonlySet<number>[])[];

const tables = new WeakMap<Variable, RelationTable>();

/** How the values of two variables can stand to each other. */
export function relationTable(relation: Variable, left: Variable, right: Variable): RelationTable {
  const known = tables.get(relation);
  if (known) return known;
  const positions = new Map<string, number>();
  for (const [position, { cells }] of relation.atoms.entries()) {
    for (const cell of cells) if (cell.kind === 'value') positions.set(String(cell.value), position);
  }
  const table = left.atoms.map((one) =>
    right.atoms.map((other) => {
      const found = new Set<number>();
      for (const name of between(one, other)) {
        const position = positions.get(name);
        if (position !== undefined) found.add(position);
      }
      return found;
    }),
  );
  tables.set(relation, table);
  return table;
}

function between(left: Atom, right: Atom): Set<Relation> {
  const found = new Set<Relation>();
  for (const one of left.cells) {
    for (const other of right.cells) for (const name of relationsOf(one, other)) found.add(name);
  }
  return found;
}

function relationsOf(left: Cell, right: Cell): readonly Relation[] {
  if (left.kind === 'none') return right.kind === 'none' ? ['nothing'] : ['apart'];
  if (right.kind === 'none') return ['apart'];
  if (left.kind === 'value' && right.kind === 'value') {
    if (left.value === right.value) return ['equal'];
    return left.value < right.value ? ['less'] : ['greater'];
  }
  const [leftMost, rightMost] = [edgesOf(left), edgesOf(right)];
  if (!leftMost || !rightMost) return ['less', 'equal', 'greater'];
  // Edges of spans lie outside of them: equal edges do not meet.
  if (leftMost.below !== undefined && rightMost.above !== undefined && leftMost.below <= rightMost.above)
    return ['less'];
  if (leftMost.above !== undefined && rightMost.below !== undefined && leftMost.above >= rightMost.below) {
    return ['greater'];
  }
  return ['less', 'equal', 'greater'];
}

interface Edges {
  readonly above?: number | string;
  readonly below?: number | string;
}

function edgesOf(cell: Cell): Edges | undefined {
  if (cell.kind === 'numbers' || cell.kind === 'texts') return cell;
  if (cell.kind === 'value' && typeof cell.value !== 'boolean') return { above: cell.value, below: cell.value };
  return undefined;
}

/** The position of the atom that a value lies in; `undefined` for one that the domain does not have. */
export function atomOf(variable: Variable, value: unknown): number | undefined {
  const position = variable.atoms.findIndex(({ cells }) => cells.some((cell) => contains(cell, value)));
  return position === -1 ? undefined : position;
}
