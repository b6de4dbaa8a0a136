import type { GroupValue, ListValue, Value } from '../expression/tree.ts';
import type { DataNode } from '../program.ts';

const made = new WeakMap<DataNode, Value>();

const emptyList: ListValue = { kind: 'list', length: () => 0, at: () => null, answered: () => false };

/** What expressions find beyond the end of a list: an entry in which everything is unanswered. */
export function blankOf(node: DataNode): Value {
  if (node.kind === 'list') return emptyList;
  if (node.kind === 'leaf') return node.type === 'array' ? [] : null;
  const known = made.get(node);
  if (known !== undefined) return known;
  const members = new Map<string, DataNode>();
  for (const member of node.members) if (member.kind !== 'text') members.set(member.name, member);
  const blank: GroupValue = {
    kind: 'group',
    get(name) {
      const member = members.get(name);
      return member ? blankOf(member) : null;
    },
    answered: () => false,
  };
  made.set(node, blank);
  return blank;
}
