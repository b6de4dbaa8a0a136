import type { DataCell } from '../run/group.ts';
import { keptOf } from '../run/output.ts';

/** Whether a person has answered nothing in a cell: what was filled in for them does not count. */
export function isBlank(cell: DataCell): boolean {
  if (cell.kind === 'leaf') return keptOf(cell) === undefined || cell.node.prefill !== undefined;
  if (cell.kind === 'list') return cell.entries().length === 0;
  for (const member of cell.members.values()) if (!isBlank(member)) return false;
  return true;
}
