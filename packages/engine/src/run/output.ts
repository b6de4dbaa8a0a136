import type { JsonObject, JsonValue } from '@schalter/definition';
import type { DataCell, GroupCell } from './group.ts';

/** What of a cell is filed: relevant answers, no `null`, no empty groups and lists; entries are never dropped. */
export function outputOf(cell: DataCell): JsonValue | undefined {
  if (cell.kind === 'leaf') return cell.node.internal ? undefined : (cell.answer() ?? undefined);
  if (cell.kind === 'group') {
    const output = membersOf(cell, outputOf);
    return Object.keys(output).length > 0 ? output : undefined;
  }
  const entries = cell.counting().map(({ content }) => (content ? outputOf(content) : undefined) ?? {});
  return entries.length > 0 ? entries : undefined;
}

/** Every answer ever given, irrelevant ones too; computed ones are not answers. */
export function keptOf(cell: DataCell): JsonValue | undefined {
  if (cell.kind === 'leaf') return cell.node.value ? undefined : (cell.raw() ?? undefined);
  if (cell.kind === 'group') {
    const kept = membersOf(cell, keptOf);
    return Object.keys(kept).length > 0 ? kept : undefined;
  }
  const blank = cell.plain ? null : {};
  const entries = cell.entries().map(({ content }) => (content ? keptOf(content) : undefined) ?? blank);
  return entries.length > 0 ? entries : undefined;
}

function membersOf(group: GroupCell, read: (cell: DataCell) => JsonValue | undefined): JsonObject {
  const members: [string, JsonValue][] = [];
  for (const [name, member] of group.members) {
    const value = read(member);
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
}
