import type { GroupValue, ListValue, Value } from '../expression/tree.ts';
import type { DataNode, GroupNode } from '../program.ts';
import { remembered } from './remembered.ts';

const emptyList: ListValue = { kind: 'list', length: () => 0, at: () => null, answered: () => false };

const blankGroup = remembered(
  ({ members }: GroupNode): GroupValue => ({
    kind: 'group',
    get(name) {
      const member = members.find((one) => one.name === name && one.kind !== 'text');
      return member && member.kind !== 'text' ? blankOf(member) : null;
    },
    answered: () => false,
  }),
);

/** What expressions find beyond the end of a list: an entry in which everything is unanswered. */
export function blankOf(node: DataNode): Value {
  if (node.kind === 'list') return emptyList;
  if (node.kind === 'leaf') return node.type === 'array' ? [] : null;
  return blankGroup(node);
}
